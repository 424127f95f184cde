import { FIGURES } from '../../../extensions/core/src/reports/figures.ts';
import type { Api } from '../Api.ts';
import { plainRecount } from '../statistics/plainRecount.ts';
import { explainGaps } from '../explainGaps.ts';
import { NARRATIVE } from '../narrative.ts';
import type { TestStack } from '../TestStack.ts';
import { IDS } from './cast.ts';

export type HandIn = (county: string, period: string) => Promise<void>;
type Row = Readonly<Record<string, string>>;

/** A report as it was handed in, beside what the rows themselves said in that moment. */
export interface HandedIn {
  readonly county: string;
  readonly period: string;
  readonly id: string;
  readonly on_time: boolean;
  readonly frozen: { readonly cumulative: Row; readonly month: Row };
  readonly counted: { readonly cumulative: Row; readonly month: Row };
  readonly changes: readonly { readonly period: string; readonly figure: string; readonly difference: string }[];
}

/** The frozen figures of a report, as PostgreSQL writes them. */
export async function frozenFigures({ database }: TestStack, id: string): Promise<HandedIn['frozen']> {
  const columns = (prefix: string): string =>
    `json_build_object(${Object.keys(FIGURES)
      .map((key) => `'${key}', trim_scale(${prefix}${key}::numeric)::text`)
      .join(', ')})`;
  const { rows } = await database.query<HandedIn['frozen']>(
    `SELECT ${columns('')} AS cumulative, ${columns('month_')} AS month FROM monthly_reports WHERE id = $1`,
    [id],
  );
  if (!rows[0]) throw new Error(`no report ${id}`);
  return rows[0];
}

/** Hands reports in as a person does, draft or not, and notes each with a recount of that moment. */
export function handingIn(test: TestStack, city: Api, notes: HandedIn[]): HandIn {
  return async (county, period) => {
    const { database } = test;
    const which = IDS[county] ?? '';
    const { rows } = await database.query<{ today: string; contact: string }>(
      `SELECT zhudian_today()::text AS today, (SELECT id FROM contacts WHERE county = $1 AND status = 'active' LIMIT 1) AS contact`,
      [which],
    );
    const written = {
      ...NARRATIVE,
      problems: '个别企业晨会台账缺失',
      gap_explanation: await explainGaps(test, which, period),
      contact: rows[0]?.contact,
      filled_on: rows[0]?.today,
    };
    const begun = await database.query<{ id: string }>('SELECT id FROM monthly_reports WHERE county = $1 AND period = $2', [which, period]);
    const made = begun.rows[0] ?? (await city.send<{ id: string }>('POST', '/items/monthly_reports', { county: which, period, ...written })).data;
    const { errors } = await city.send('PATCH', `/items/monthly_reports/${made.id}`, { ...written, status: 'submitted' });
    if (errors.length > 0) throw new Error(`${county} ${period}: ${JSON.stringify(errors)}`);
    const { rows: kept } = await database.query<Pick<HandedIn, 'on_time'> & { changes: HandedIn['changes'] | null }>(
      'SELECT on_time, changes FROM monthly_reports WHERE id = $1',
      [made.id],
    );
    notes.push({
      county,
      period,
      id: made.id,
      on_time: kept[0]?.on_time ?? false,
      changes: kept[0]?.changes ?? [],
      frozen: await frozenFigures(test, made.id),
      counted: {
        cumulative: await plainRecount(database, which, '2023-08', period),
        month: await plainRecount(database, which, period, period),
      },
    });
  };
}
