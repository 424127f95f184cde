import type pg from 'pg';
import { FIGURES, type Figure } from '../../../extensions/core/src/reports/figures.ts';

export type Row = Record<Figure, bigint>;
/** By county, and `total`; amounts in ten-thousandths of a 万元. */
export type Table = Map<string, { cumulative: Row; month: Row }>;

interface Raw {
  readonly visits: readonly Record<string, string | number | null>[];
  readonly people: readonly { visit: string; inspector: string; level: string }[];
  readonly hazards: readonly {
    visit: string | null;
    county: string;
    found_on: string;
    severity: string;
    status: string;
    rectified_on: string | null;
  }[];
  readonly balances: readonly Record<string, string | number | null>[];
  readonly since: string;
}

const KEYS = Object.keys(FIGURES) as Figure[];
const SUMMED = KEYS.slice(4, 11);
export const zeros = (): Row => Object.fromEntries(KEYS.map((key) => [key, 0n])) as Row;
/** An exact number: the amount in ten-thousandths, everything else as it is. */
export function exact(key: Figure, value: string | number | null | undefined): bigint {
  const [whole = '0', part = ''] = String(value ?? 0).split('.');
  return key === 'reward_amount_wan' ? BigInt(whole + part.padEnd(4, '0').slice(0, 4)) : BigInt(whole);
}

/** The raw rows, read at one moment. */
export async function readRaw(database: pg.Client): Promise<Raw> {
  const rows = async <T>(sql: string): Promise<T[]> => (await database.query(sql)).rows as T[];
  return {
    visits: await rows('SELECT *, visited_on::text AS day FROM visits'),
    people: await rows('SELECT visit, inspector, level FROM visit_inspectors'),
    hazards: await rows('SELECT visit, county, found_on::text, severity, status, rectified_on::text FROM hazards'),
    balances: await rows('SELECT *, as_of::text AS day FROM opening_balances'),
    since: (await rows<{ since: string }>('SELECT statistics_since::text AS since FROM settings'))[0]?.since ?? '2023-08-01',
  };
}

/** Annex 4 of a month counted row by row in plain code, by the words of the domain: shares nothing with what PostgreSQL counts. */
export function recount({ visits, people, hazards, balances, since }: Raw, period: string): Table {
  const table: Table = new Map();
  const rowOf = (who: string): { cumulative: Row; month: Row } => {
    const row = table.get(who) ?? { cumulative: zeros(), month: zeros() };
    table.set(who, row);
    return row;
  };
  const add = (county: string, day: string, key: Figure, amount: bigint, first = since): void => {
    if (day.slice(0, 7) > period) return;
    for (const who of [county, 'total']) {
      const row = rowOf(who);
      if (day >= first) row.cumulative[key] += amount;
      if (day.slice(0, 7) === period) row.month[key] += amount;
    }
  };
  const present = Map.groupBy(people, ({ visit }) => visit);
  const counted = new Set<string>();
  for (const visit of visits) {
    if (visit.status !== 'submitted' && visit.status !== 'locked') continue;
    const { id, county, day } = visit as { id: string; county: string; day: string };
    counted.add(id);
    const there = (level: string): number => new Set((present.get(id) ?? []).filter((one) => one.level === level).map((one) => one.inspector)).size;
    add(county, day, 'city_person_visits', BigInt(there('city')));
    add(county, day, 'county_person_visits', BigInt(there('county')));
    add(county, day, there('city') > 0 ? 'city_enterprise_visits' : 'county_enterprise_visits', 1n);
    for (const key of SUMMED) add(county, day, key, exact(key, visit[key]));
  }
  const until = new Map(balances.map(({ county, day }) => [county, String(day)]));
  for (const { visit, county, found_on, severity, status, rectified_on } of hazards) {
    if (status === 'void' || (visit !== null && !counted.has(visit))) continue;
    const done = (status === 'rectified' || status === 'verified') && rectified_on !== null && rectified_on.slice(0, 7) <= period;
    const covered = until.get(county);
    if (covered !== undefined && found_on <= covered) {
      // Found in the balance; rectified since.
      if (!done || rectified_on <= covered || found_on < since) continue;
      for (const who of [county, 'total']) {
        const row = rowOf(who);
        row.cumulative.hazards_rectified += 1n;
        if (severity === 'major') row.cumulative.major_hazards_rectified += 1n;
      }
      continue;
    }
    add(county, found_on, 'hazards_found', 1n);
    if (done) add(county, found_on, 'hazards_rectified', 1n);
    if (severity === 'major') add(county, found_on, 'major_hazards_found', 1n);
    if (severity === 'major' && done) add(county, found_on, 'major_hazards_rectified', 1n);
  }
  for (const balance of balances) {
    const { county, day } = balance as { county: string; day: string };
    if (day < since || day.slice(0, 7) > period) continue;
    for (const who of [county, 'total']) {
      const row = rowOf(who);
      for (const key of KEYS) row.cumulative[key] += exact(key, balance[key]);
    }
  }
  // No more are rectified than were found, county by county.
  const total = table.get('total');
  for (const [county, { cumulative }] of table) {
    if (county === 'total') continue;
    for (const [found, rectified] of [
      ['hazards_found', 'hazards_rectified'],
      ['major_hazards_found', 'major_hazards_rectified'],
    ] as const) {
      const surplus = cumulative[rectified] - cumulative[found];
      if (surplus <= 0n) continue;
      cumulative[rectified] -= surplus;
      if (total) total.cumulative[rectified] -= surplus;
    }
  }
  return table;
}
