import type { ReportChange } from '@zhudian/core/reports/ReportFacts.ts';
import type { Knex } from 'knex';

/** The figures of the report before a month's that are not what is counted today: what was corrected since it was handed in. */
export async function readChanges(county: string, period: string, database: Knex): Promise<ReportChange[]> {
  const { rows } = await database.raw<{ rows: ReportChange[] }>('SELECT * FROM zhudian_report_changes(:county, :period)', { county, period });
  return rows;
}
