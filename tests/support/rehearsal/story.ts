import type { Api } from '../Api.ts';
import type { TestStack } from '../TestStack.ts';
import { CONTACT_OF_C, happens, history, IDS } from './cast.ts';
import { evaluated, found, rectified, visited } from './deeds.ts';
import type { HandIn } from './handIn.ts';

/** What a rehearsal's afternoons act with. */
export interface Means {
  readonly test: TestStack;
  readonly city: Api;
  readonly handIn: HandIn;
}
type Afternoon = (means: Means) => Promise<unknown>;

const past =
  (...deeds: readonly string[]): Afternoon =>
  ({ test }) =>
    history(test, deeds.join(';'));
const report =
  (county: string, period: string): Afternoon =>
  ({ handIn }) =>
    handIn(county, period);
const saved = async (answer: Promise<{ errors: readonly unknown[] }>): Promise<void> => {
  const { errors } = await answer;
  if (errors.length > 0) throw new Error(JSON.stringify(errors));
};

/** What happens at three in the afternoon of a day, after the morning's mails. */
export const AFTERNOONS: Readonly<Record<string, Afternoon>> = {
  '2025-10-14': past(visited('A1', '2025-10-14', { figures: { rules_improved: 2, responsibility_lists_checked: 35, reward_amount_wan: '0.1' } })),
  '2025-10-20': past(
    visited('A2', '2025-10-20', { figures: { morning_meetings_urged: 1, reward_amount_wan: '0.0002' } }),
    found('H4', 'A2', '2025-10-20', '2025-10-20'),
    rectified('H4', '2025-10-20'),
  ),
  '2025-10-22': past(visited('B1', '2025-10-22', { figures: { drills_urged: 1 } }), found('H3', 'B1', '2025-10-22', '2025-11-10')),
  '2025-10-29': report('A', '2025-10'),
  '2025-11-04': report('B', '2025-10'),
  '2025-11-05': past(visited('C1', '2025-11-05'), found('H5', 'C1', '2025-11-05', null)),
  '2025-11-12': past(
    visited('A1', '2025-11-12', { id: '$corrected', figures: { rules_improved: 2, hazardous_work_supervised: 4 } }),
    `UPDATE hazards SET deadline = '2025-12-20', measures = '更换并重新校验', responsible_person = '李厂长' WHERE id = $H5`,
  ),
  '2025-11-20': past(visited('A2', '2025-11-20', { figures: { warning_educations_urged: 2 } }), rectified('H3', '2025-11-20')),
  '2025-11-27': report('A', '2025-11'),
  // After its report of November was handed in.
  '2025-12-02': async ({ city }) =>
    await saved(city.send('PATCH', `/items/visits/${IDS.corrected}`, { rules_improved: 5, correction_reason: '核对台账后补记三条制度' })),
  '2025-12-03': async (means) => (await past(visited('C1', '2025-12-03'))(means), await report('B', '2025-11')(means)),
  // A visit of November that is told of in December.
  '2025-12-05': past(
    visited('B1', '2025-11-25', { at: '2025-12-05T15:00:00+08:00', figures: { rules_improved: 1 } }),
    evaluated('A', '2025-Q4', '2025-12-05'),
  ),
  '2025-12-09': past(visited('B1', '2025-12-09')),
  '2025-12-10': past(
    visited('A1', '2025-12-10', { figures: { rules_improved: 1 } }),
    found('H6', 'A1', '2025-12-10', '2026-01-31'),
    `INSERT INTO opening_balances (id, county, as_of, hazards_found) VALUES (gen_random_uuid(), $C, '2025-09-30', 3)`,
  ),
  '2025-12-12': past(visited('A2', '2025-12-12')),
  // Somebody at the city office confirms at once.
  '2025-12-15': ({ test }) =>
    happens(
      test,
      `UPDATE hazards SET severity = 'major', funds = '自筹', plan = '撤离并监测' WHERE id = $H6; UPDATE hazards SET acknowledged_at = now(), acknowledged_by = '值班室' WHERE id = $H6`,
    ),
  '2025-12-18': past(rectified('H5', '2025-12-18')),
  '2025-12-26': past(evaluated('B', '2025-Q4', '2025-12-26')),
  '2025-12-29': report('A', '2025-12'),
  '2025-12-30': report('B', '2025-12'),
  '2025-12-31': async ({ test, city }) => {
    const { rows } = await test.database.query<{ id: string }>(`SELECT id FROM monthly_reports WHERE county = $1 AND period = '2025-12'`, [IDS.B]);
    await saved(city.send('PATCH', `/items/monthly_reports/${rows[0]?.id}`, { status: 'returned', return_reason: '问题困难部分请写明具体企业' }));
  },
  '2026-01-05': report('B', '2025-12'),
  // Lowered after the report of December was handed in.
  '2026-01-06': ({ test }) => happens(test, `UPDATE hazards SET severity = 'general', correction_reason = '复核后不构成重大事故隐患' WHERE id = $H6`),
  '2026-01-08': past(visited('C1', '2026-01-08')),
  '2026-01-12': past(rectified('H6', '2026-01-12')),
  '2026-01-13': past(visited('A2', '2026-01-13', { figures: { reward_amount_wan: '12.5' } })),
  '2026-01-15': past(visited('A1', '2026-01-15')),
  '2026-01-20': past(visited('B1', '2026-01-20')),
  '2026-01-29': report('A', '2026-01'),
  '2026-02-03': report('B', '2026-01'),
  // The history of a visit that is loaded as it was has its moment from the visit.
  '2026-02-04': past(
    visited('A1', '2026-02-03', { id: '$returned', status: 'returned', at: '2026-02-04T15:00:00+08:00' }),
    `UPDATE visits SET return_reason = '请补充整改建议' WHERE id = $returned`,
  ),
  '2026-02-05': past(visited('C1', '2026-02-05')),
  '2026-02-09': past(`UPDATE visits SET status = 'submitted' WHERE id = $returned`),
  '2026-02-10': past(found('H1', 'A1', '2026-02-10', '2026-02-20'), found('H2', 'A1', '2026-02-10', '2026-02-26'), CONTACT_OF_C),
  '2026-02-11': past(visited('A2', '2026-02-11')),
  '2026-02-23': ({ test }) => test.stack.n8n.stop(),
  '2026-02-25': past(rectified('H2', '2026-02-25')),
  '2026-02-27': report('A', '2026-02'),
  '2026-02-28': past(rectified('H1', '2026-02-28')),
  '2026-03-03': report('B', '2026-02'),
  '2026-03-05': past(visited('C1', '2026-03-05')),
  '2026-03-06': past(evaluated('A', '2026-Q1', '2026-03-06')),
  '2026-03-10': past(visited('B1', '2026-03-10')),
  '2026-03-11': past(visited('A1', '2026-03-11', { figures: { rules_improved: 1 } })),
  '2026-03-12': past(visited('A2', '2026-03-12')),
  '2026-03-27': async (means) => (await report('A', '2026-03')(means), await past(evaluated('B', '2026-Q1', '2026-03-27'))(means)),
  '2026-03-30': report('B', '2026-03'),
};
