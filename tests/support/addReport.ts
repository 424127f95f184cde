import type { TestStack } from './TestStack.ts';

/** Writes a county's report of a month with all that it needs to be handed in. */
export async function addReport({ database }: TestStack, county: string, period: string, status: 'draft' | 'submitted'): Promise<void> {
  await database.query(
    `INSERT INTO monthly_reports (id, county, period, status, progress, problems, practices, gap_explanation, contact, filled_on)
     SELECT gen_random_uuid(), $1::uuid, $2::text, $3::text, '本月对辖区企业逐家开展驻点', '无', '无', '企业停产检修，复产后补驻', c.id, to_date($2::text, 'YYYY-MM') FROM contacts c ORDER BY c.id LIMIT 1`,
    [county, period, status],
  );
}
