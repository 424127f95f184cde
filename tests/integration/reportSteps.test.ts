import { beforeAll, describe, expect, it } from 'vitest';
import { countyId } from '../../scripts/provision/reference/counties.ts';
import { done, refusedBy } from '../support/answers.ts';
import { explainGaps } from '../support/explainGaps.ts';
import { NARRATIVE } from '../support/narrative.ts';
import { ruleWorld, type RuleWorld } from '../support/ruleWorld.ts';
import { useTestStack } from '../support/useTestStack.ts';

const test = useTestStack();
let city: RuleWorld['city'];
let county: RuleWorld['county'];
let sql: RuleWorld['sql'];
beforeAll(async () => {
  ({ city, county, sql } = await ruleWorld(test));
}, 600_000);

describe('a monthly report', () => {
  it('goes from the county to the city and back, stands still once handed in, and is there once a month', async () => {
    const { rows: contacts } = await test.database.query<{ id: string }>('SELECT id FROM contacts WHERE county = $1 LIMIT 1', [countyId('370811')]);
    const whole = {
      ...{
        period: '2026-10',
        ...NARRATIVE,
        contact: contacts[0]?.id,
        filled_on: '2026-10-29',
      },
      gap_explanation: await explainGaps(test, countyId('370811'), '2026-10'),
    };
    const { id } = done(await county.send<{ id: string }>('POST', '/items/monthly_reports', whole));
    expect(refusedBy(await county.send('POST', '/items/monthly_reports', { period: '2026-10' }))).toEqual(['report.period.once']);
    done(await county.send('PATCH', `/items/monthly_reports/${id}`, { status: 'submitted' }));
    expect(refusedBy(await county.send('PATCH', `/items/monthly_reports/${id}`, { progress: '改' }))).toEqual(['report.frozen']);
    expect(refusedBy(await city.send('PATCH', `/items/monthly_reports/${id}`, { progress: '改' }))).toEqual(['report.frozen']);
    expect(await sql(`UPDATE monthly_reports SET hazards_found = 5 WHERE id = $1`, [id])).toBe('monthly_reports_frozen');
    expect(refusedBy(await city.send('PATCH', `/items/monthly_reports/${id}`, { status: 'returned' }))).toEqual(['report.return_reason.required']);
    done(await city.send('PATCH', `/items/monthly_reports/${id}`, { status: 'returned', return_reason: '问题困难部分请补充' }));
    done(await county.send('PATCH', `/items/monthly_reports/${id}`, { status: 'submitted', problems: '个别企业台账不全' }));
    done(await city.send('PATCH', `/items/monthly_reports/${id}`, { status: 'accepted' }));
    const { rows } = await test.database.query<{ to: string; note: string | null }>(
      'SELECT "to", note FROM report_events WHERE report = $1 ORDER BY at',
      [id],
    );
    expect(rows.map(({ to }) => to)).toEqual(['draft', 'submitted', 'returned', 'submitted', 'submitted', 'accepted']);
    expect(rows[4]?.note).toMatch(/^退回后的修改：\n问题困难：.* → “个别企业台账不全”$/);
  });

  it('holds 15 ≤ 14 ≤ 12 in PostgreSQL too', async () => {
    expect(
      await sql(
        `INSERT INTO monthly_reports (id, county, period, hazards_found, major_hazards_found) VALUES (gen_random_uuid(), $1, '2026-09', 1, 2)`,
        [countyId('370811')],
      ),
    ).toBe('monthly_reports_figures');
  });
});
