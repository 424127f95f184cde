import { isDay } from '@zhudian/core/calendar/isDay.ts';
import type { FieldFault } from '@zhudian/core/errors/FieldFault.ts';
import { figureFaults } from '@zhudian/core/reports/figures.ts';
import { isBlank } from '@zhudian/core/text/isBlank.ts';
import { today } from '../clock/today.ts';
import { throwFaults } from '../errors/fieldFaults.ts';
import type { Caller } from '../runtime/Caller.ts';
import { keyOf } from '../runtime/nestedRows.ts';
import { standing } from '../runtime/standing.ts';
import type { Payload } from '../runtime/Payload.ts';
import { visitHandedInSql } from '../sql/visitHandedInSql.ts';

/** Checks an opening balance as it would stand after a save. */
export async function checkBalance(change: Payload, keys: readonly string[], { database }: Caller): Promise<void> {
  const rows = keys.length === 0 ? [{}] : await standing('opening_balances', ['as_of'], keys, database);
  const day = await today(database);
  for (const row of rows) {
    const balance = { ...row, ...change };
    throwFaults('opening_balances', [...figureFaults('opening_balance', balance), ...(await coverFaults(balance, row, day, database))]);
  }
}

/** A balance ends before the first visit and hazard that are counted one by one; what it carried over as it stood stays so. */
async function coverFaults({ county, as_of }: Payload, before: Payload, day: string, database: Caller['database']): Promise<FieldFault[]> {
  const fault = (rule: string, message: string): FieldFault[] => [{ field: 'as_of', rule: `opening_balance.as_of.${rule}`, message }];
  if (isBlank(as_of)) return fault('required', '请填写截至日期');
  if (!isDay(as_of)) return fault('day', '截至日期不是有效日期，请按 2026-01-31 的形式填写');
  if (as_of > day) return fault('future', `截至日期 ${as_of} 晚于今天（${day}）`);
  const key = keyOf(county);
  if (!key) return [];
  const { rows } = await database.raw<{ rows: { visits: string; hazards: string; first: string | null; since: string }[] }>(
    `SELECT s.since::text, v.n AS visits, h.n AS hazards, least(v.first, h.first)::text AS first
     FROM (SELECT zhudian_statistics_since() AS since) s,
       LATERAL (SELECT count(*) AS n, min(visited_on) AS first FROM visits WHERE county = zhudian_uuid(:key) AND ${visitHandedInSql('visits')} AND visited_on BETWEEN s.since AND :as_of) v,
       LATERAL (SELECT count(*) AS n, min(found_on) AS first FROM hazards WHERE county = zhudian_uuid(:key) AND status <> 'void' AND found_on BETWEEN s.since AND :as_of AND found_on > :carried::date) h`,
    { key, as_of, carried: before.county === key ? before.as_of : '-infinity' },
  );
  const counted = rows[0];
  if (!counted) return [];
  if (as_of < counted.since) return fault('since', `截至日期 ${as_of} 早于统计起始日 ${counted.since}，不必登记期初数`);
  if (counted.first === null) return [];
  return fault(
    'twice',
    `系统内已有该县（市、区）截至 ${as_of} 的驻点记录 ${counted.visits} 条、隐患 ${counted.hazards} 项（最早 ${counted.first}），会与期初数重复统计；请把截至日期改到 ${counted.first} 之前，并从期初数中减去之后的部分`,
  );
}
