import type { NarrativeFigure, NarrativeValues } from '@zhudian/core/reports/narrativeFigures.ts';
import type { Beside } from '@zhudian/core/reports/validateSubmittedReport.ts';
import type { Knex } from 'knex';

/** What the narrative of a county's month is held against, as it is counted now. */
export async function readBeside(county: string, period: string, database: Knex): Promise<Required<Beside>> {
  const [{ rows: figures }, { rows: enterprises }] = await Promise.all([
    database.raw<{ rows: { figure: NarrativeFigure; month: string; cumulative: string | null }[] }>(
      'SELECT figure, month, cumulative FROM zhudian_narrative_figures(zhudian_uuid(:county), :period)',
      { county, period },
    ),
    database.raw<{ rows: { name: string; gap: boolean }[] }>(
      `SELECT e.name, EXISTS (SELECT FROM zhudian_report_gaps(zhudian_uuid(:county), :period) g WHERE g.kind = 'enterprise' AND g.id = e.id) AS gap
       FROM enterprises e WHERE e.county = zhudian_uuid(:county)`,
      { county, period },
    ),
  ]);
  const values: NarrativeValues = Object.fromEntries(figures.map(({ figure, month, cumulative }) => [figure, { month, cumulative }]));
  return {
    compared: { period, values, names: enterprises.map(({ name }) => name) },
    others: enterprises.filter(({ gap }) => !gap).map(({ name }) => name),
  };
}
