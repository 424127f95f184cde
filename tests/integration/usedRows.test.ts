import { beforeAll, describe, expect, it } from 'vitest';
import { countyId } from '../../scripts/provision/reference/counties.ts';
import { done, messageOf, refusedBy } from '../support/answers.ts';
import { ruleWorld, type RuleWorld } from '../support/ruleWorld.ts';
import { useTestStack } from '../support/useTestStack.ts';

type Row = Record<string, unknown>;

/** What others build on is ended, not deleted, whoever asks and by whatever door; what nothing refers to goes. */
const test = useTestStack();
let world: RuleWorld;
beforeAll(async () => {
  world = await ruleWorld(test);
}, 600_000);

const make = async (collection: string, row: Row): Promise<string> =>
  done(await world.city.send<{ id: string }>('POST', `/items/${collection}`, row)).id;

/** Everybody who has a right to delete it is told why not, PostgreSQL included; the row and what it says stay. */
async function isKept(collection: string, id: string, rule: string, words: string): Promise<void> {
  const row = async (): Promise<unknown> => (await test.database.query(`SELECT * FROM ${collection} WHERE id = $1`, [id])).rows;
  const before = await row();
  for (const by of [world.city, test.admin]) {
    const answer = await by.send('DELETE', `/items/${collection}/${id}`);
    expect([answer.status, refusedBy(answer)]).toEqual([400, [rule]]);
    expect(messageOf(answer)).toContain(words);
    expect((await by.graphql(`mutation { delete_${collection}_item(id: "${id}") { id } }`)).errors.length).toBeGreaterThan(0);
    expect(refusedBy(await by.send('DELETE', `/items/${collection}`, [id]))).toEqual([rule]);
  }
  expect(await world.sql(`DELETE FROM ${collection} WHERE id = $1`, [id])).toBe(`${collection}_used`);
  expect(await row()).toEqual(before);
}
const goes = async (collection: string, id: string): Promise<void> => {
  expect((await world.city.send('DELETE', `/items/${collection}/${id}`)).status).toBe(204);
};

describe('is kept once it is used, and ended instead:', () => {
  it('an enterprise with a team, a visit or a list of its own', async () => {
    await goes('enterprises', await world.newEnterprise());
    await isKept('enterprises', world.enterprise, 'enterprise.kept', '请将状态改为');
    const listed = await world.newEnterprise();
    await make('task_lists', { name: '一企一策清单', scope: 'enterprise', county: countyId('370811'), enterprise: listed });
    await isKept('enterprises', listed, 'enterprise.kept', '任务清单');
    done(await world.city.send('PATCH', `/items/enterprises/${listed}`, { status: 'closed' }));
  });

  it('a team that works today, or has visited', async () => {
    const of = await world.newEnterprise();
    const past = await make('teams', world.team(of, '2025-01-01', '2025-01-31'));
    const now = await make('teams', world.team(of, '2025-02-01'));
    const later = await make('teams', world.team(await world.newEnterprise(), '2035-01-01'));
    await isKept('teams', now, 'team.kept', '请填写截止日期');
    await goes('teams', later);
    await goes('teams', past);
    done(await world.city.send('PATCH', `/items/teams/${now}`, { valid_to: '2025-12-31' }));
    await goes('teams', now);
    await world.submitted();
    const { rows } = await test.database.query<{ id: string }>('SELECT team AS id FROM visits WHERE team IS NOT NULL LIMIT 1');
    await isKept('teams', rows[0]?.id ?? '', 'team.kept', '已有驻点记录');
  });

  it('somebody of a team', async () => {
    await goes('inspectors', await make('inspectors', { county: countyId('370811'), level: 'county', name: '未派人员' }));
    await isKept('inspectors', world.people[1], 'inspector.kept', '请将状态改为停用');
  });

  it('a list that visits were done with', async () => {
    await world.submitted();
    const { rows } = await test.database.query<{ id: string }>(
      'SELECT i.task_list AS id FROM visit_items v JOIN task_items i ON i.id = v.task_item WHERE i.task_list IS NOT NULL LIMIT 1',
    );
    await isKept('task_lists', rows[0]?.id ?? '', 'task_list.kept', '已用于驻点记录');
    await goes('task_lists', await make('task_lists', { name: '没人用过的清单', scope: 'county', county: countyId('370811') }));
  });

  it('a contact, a deadline and an opening balance that a report was handed in with', async () => {
    const county = countyId('370827');
    const contact = await make('contacts', { county, name: '联系人甲', phone: '13900000001' });
    const unused = await make('contacts', { county, name: '联系人乙', phone: '13900000002' });
    const due = await make('report_periods', { period: '2024-05', due_at: '2024-06-03T09:30:00Z', note: '端午顺延' });
    const other = await make('report_periods', { period: '2024-07', due_at: '2024-08-03T09:30:00Z', note: '顺延' });
    const balance = await make('opening_balances', { county, as_of: '2023-12-31', rules_improved: 12 });
    const report = await make('monthly_reports', { county, period: '2024-05', progress: '本月开展驻点', contact });
    await isKept('contacts', contact, 'contact.kept', '请将状态改为');
    await goes('contacts', unused);
    // Handed in, without what a report needs for that.
    await test.database.query('ALTER TABLE monthly_reports DISABLE TRIGGER USER');
    await test.database.query(`UPDATE monthly_reports SET status = 'submitted', submission = 1, submitted_at = now() WHERE id = $1`, [report]);
    await test.database.query('ALTER TABLE monthly_reports ENABLE TRIGGER USER');
    await isKept('report_periods', due, 'report_period.kept', '请改时限');
    await isKept('opening_balances', balance, 'opening_balance.kept', '请直接更正');
    await goes('report_periods', other);
    done(await world.city.send('PATCH', `/items/opening_balances/${balance}`, { rules_improved: 13, note: '漏记一项' }));
    const none = await make('opening_balances', { county: countyId('370829'), as_of: '2023-12-31' });
    await goes('opening_balances', none);
  });

  it('and whatever the data model refers to from now on', async () => {
    const id = await world.newEnterprise();
    await test.database.query('CREATE TABLE later_rows (id uuid PRIMARY KEY, enterprise uuid REFERENCES enterprises (id) ON DELETE CASCADE)');
    try {
      await test.database.query('INSERT INTO later_rows VALUES (gen_random_uuid(), $1)', [id]);
      expect(await world.sql('DELETE FROM enterprises WHERE id = $1', [id])).toBe('enterprises_used');
    } finally {
      await test.database.query('DROP TABLE later_rows');
    }
    await goes('enterprises', id);
  });
});
