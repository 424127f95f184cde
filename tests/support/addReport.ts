import { explainGaps } from './explainGaps.ts';
import { NARRATIVE } from './narrative.ts';
import type { TestStack } from './TestStack.ts';

/** Writes a county's report of a month with all that it needs to be handed in. */
export async function addReport(test: TestStack, county: string, period: string, status: 'draft' | 'submitted'): Promise<void> {
  const { progress, problems, practices } = NARRATIVE;
  await test.database.query(
    `INSERT INTO monthly_reports (id, county, period, status, progress, problems, practices, gap_explanation, contact, filled_on)
     SELECT gen_random_uuid(), $1::uuid, $2::text, $3::text, $4, $5, $6, $7, c.id, to_date($2::text, 'YYYY-MM') FROM contacts c ORDER BY c.id LIMIT 1`,
    [county, period, status, progress, problems, practices, await explainGaps(test, county, period)],
  );
}
