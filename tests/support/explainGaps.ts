import type { TestStack } from './TestStack.ts';

/** An explanation of a county's month that names every enterprise without a visit, as a county's officer has to write it. */
export async function explainGaps({ database }: TestStack, county: string, period: string): Promise<string> {
  const { rows } = await database.query<{ names: string | null }>(
    `SELECT string_agg(enterprise, '、') AS names FROM zhudian_report_gaps($1, $2) WHERE kind = 'enterprise'`,
    [county, period],
  );
  return `${rows[0]?.names ?? '各企业'}停产检修，下月3日复产后补驻；未提交的记录已督促驻点人员三日内提交`;
}
