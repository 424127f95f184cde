import type { ReportGaps } from '@zhudian/core/reports/ReportGaps.ts';
import type { Knex } from 'knex';

interface Gap {
  readonly kind: 'enterprise' | 'visit';
  readonly enterprise: string;
  readonly former: readonly string[];
  readonly visited_on: string;
  readonly status: string;
}

/** What the report of a county's month has to explain, as it stands now. */
export async function readGaps(county: string, period: string, database: Knex): Promise<ReportGaps> {
  const { rows } = await database.raw<{ rows: Gap[] }>(
    'SELECT kind, enterprise, former, visited_on::text, status FROM zhudian_report_gaps(:county, :period)',
    { county, period },
  );
  return {
    enterprises: rows.filter(({ kind }) => kind === 'enterprise').map(({ enterprise, former }) => ({ name: enterprise, former })),
    visits: rows.filter(({ kind }) => kind === 'visit').map(({ enterprise, visited_on, status }) => ({ enterprise, visited_on, status })),
  };
}
