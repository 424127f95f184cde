import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { countyId } from '../../scripts/provision/reference/counties.ts';
import type { Api, ApiAnswer } from '../support/Api.ts';
import { logins } from '../support/logins.ts';
import { useTestStack } from '../support/useTestStack.ts';

type Row = Record<string, unknown>;

const test = useTestStack();
let city: Api;
let county: Api;
let inspector: Api;

/** An enterprise of the inspector's own, its team in force since the first of 2025: the inspector and a partner. */
let enterprise: string;
let people: [string, string];

beforeAll(async () => {
  ({ city, county, inspector } = await logins(test));
  const { rows } = await test.database.query<{ id: string }>(
    `SELECT i.id FROM inspectors i LEFT JOIN directus_users u ON u.id = i."user" WHERE u.email = 'inspector@zhudian.example.org'
     UNION ALL (SELECT id FROM inspectors WHERE level = 'city' AND "user" IS NULL ORDER BY id LIMIT 1)`,
  );
  people = [rows[0]!.id, rows[1]!.id];
  enterprise = await newEnterprise();
  await done(await city.send('POST', '/items/teams', team(enterprise, '2025-01-01')));
}, 600_000);

const done = async <T>(answer: ApiAnswer<T>): Promise<T> => {
  expect(answer.errors).toEqual([]);
  return answer.data;
};
/** The rules that refused, by their names in the answer. */
const refusedBy = ({ errors }: ApiAnswer): (string | undefined)[] => errors.map(({ extensions }) => extensions.rule);
const messageOf = ({ errors }: ApiAnswer): string => errors[0]?.message ?? '';

const team = (of: string, valid_from: string, valid_to: string | null = null): Row => ({
  enterprise: of,
  valid_from,
  valid_to,
  members: people.map((one) => ({ inspector: one })),
});
async function newEnterprise(change: Row = {}): Promise<string> {
  const { id } = await done(
    await city.send<{ id: string }>('POST', '/items/enterprises', {
      county: countyId('370811'),
      name: `规则示例化工${randomUUID().slice(0, 8)}`,
      ...change,
    }),
  );
  return id;
}
let days = 0;
/** A day of 2025 nobody has used yet. */
const newDay = (): string => new Date(Date.UTC(2025, 0, 2 + days++)).toISOString().slice(0, 10);
const visit = (change: Row = {}): Row => ({ enterprise, visited_on: newDay(), inspectors: people.map((one) => ({ inspector: one })), ...change });

async function submitted(): Promise<string> {
  const { id } = await done(await city.send<{ id: string }>('POST', '/items/visits', visit({ status: 'submitted' })));
  return id;
}
/** What PostgreSQL says to a statement that comes past Directus. */
async function sql(text: string, values: unknown[] = []): Promise<string> {
  return await test.database.query(text, values).then(
    () => 'written',
    (error: unknown) => (error as { constraint?: string }).constraint ?? String(error),
  );
}

describe('a credit code', () => {
  it('is kept half-width and in upper case, and known again', async () => {
    const id = await newEnterprise({ uscc: '９１３５０１００ｍ０００1００y４３' });
    expect((await done(await city.send<Row>('GET', `/items/enterprises/${id}`))).uscc).toBe('91350100M000100Y43');
    const again = await city.send('POST', '/items/enterprises', { county: countyId('370811'), name: '另一家', uscc: '91350100M000100Y43' });
    expect(refusedBy(again)).toEqual(['enterprise.uscc.unique']);
  });

  it('with a mistyped character is refused by the form and by PostgreSQL', async () => {
    const answer = await city.send('POST', '/items/enterprises', { county: countyId('370811'), name: '错码', uscc: '91350100M000100Y44' });
    expect([answer.status, refusedBy(answer), answer.errors[0]?.extensions.field]).toEqual([400, ['enterprise.uscc.shape'], 'uscc']);
    expect(await sql(`UPDATE enterprises SET uscc = '91350100M000100Y44' WHERE id = $1`, [enterprise])).toBe('enterprises_uscc_shape');
  });

  it('that is empty is none', async () => {
    const id = await newEnterprise({ uscc: ' ' });
    expect((await done(await city.send<Row>('GET', `/items/enterprises/${id}`))).uscc).toBeNull();
  });
});

describe('a phone', () => {
  it('is refused when it is none, by every door', async () => {
    expect(refusedBy(await city.send('PATCH', `/items/enterprises/${enterprise}`, { phone: '12' }))).toEqual(['enterprise.phone.shape']);
    expect(await sql(`UPDATE inspectors SET phone = '12' WHERE id = $1`, [people[0]])).toBe('inspectors_phone_shape');
    const contact = { county: countyId('370811'), name: '联系人', phone: '无' };
    expect(refusedBy(await county.send('POST', '/items/contacts', contact))).toEqual(['contact.phone.shape']);
  });

  it('is kept in one way of writing', async () => {
    const { id } = await done(
      await county.send<{ id: string }>('POST', '/items/contacts', { county: countyId('370811'), name: '联系人', phone: '（0537）０001234' }),
    );
    expect((await done(await county.send<Row>('GET', `/items/contacts/${id}`))).phone).toBe('0537-0001234');
  });
});

describe('contacts', () => {
  it('have one primary a county: the mark moves', async () => {
    const make = async (name: string): Promise<string> =>
      (
        await done(
          await county.send<{ id: string }>('POST', '/items/contacts', { county: countyId('370811'), name, phone: '0537-0001234', is_primary: true }),
        )
      ).id;
    const [first, second] = [await make('甲'), await make('乙')];
    const { rows } = await test.database.query('SELECT id, is_primary FROM contacts WHERE id = ANY($1) ORDER BY name DESC', [[first, second]]);
    expect(rows.filter(({ is_primary }) => is_primary)).toEqual([{ id: second, is_primary: true }]);
  });
});

describe('a team', () => {
  it('that overlaps another is refused with its people and dates, and the exclusion constraint stands behind', async () => {
    const answer = await city.send('POST', '/items/teams', team(enterprise, '2026-01-01'));
    expect(refusedBy(answer)).toEqual(['team.overlap']);
    expect(messageOf(answer)).toContain('2025-01-01 起');
    expect(await sql(`INSERT INTO teams (id, enterprise, valid_from) VALUES (gen_random_uuid(), $1, '2026-01-01')`, [enterprise])).toBe(
      'teams_one_in_force',
    );
  });

  it('of two saved at the same instant is written once, and the other is told why', async () => {
    const other = await newEnterprise();
    const answers = await Promise.all([1, 2, 3, 4].map(() => city.send('POST', '/items/teams', team(other, '2026-01-01'))));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 400, 400, 400]);
    for (const answer of answers.filter(({ status }) => status === 400)) expect(messageOf(answer)).toMatch(/\p{Script=Han}{6}/u);
    expect((await test.database.query('SELECT FROM teams WHERE enterprise = $1', [other])).rowCount).toBe(1);
  });

  it('has two active members, in the form and at commit', async () => {
    const other = await newEnterprise();
    expect(refusedBy(await city.send('POST', '/items/teams', { ...team(other, '2026-01-01'), members: [{ inspector: people[0] }] }))).toEqual([
      'team.members.pair',
    ]);
    expect(await sql(`INSERT INTO teams (id, enterprise, valid_from) VALUES (gen_random_uuid(), $1, '2026-01-01')`, [other])).toBe('teams_pair');
    const { id } = await done(await city.send<{ id: string }>('POST', '/items/teams', team(other, '2026-01-01')));
    const { rows } = await test.database.query<{ id: string }>('SELECT id FROM team_members WHERE team = $1', [id]);
    expect(refusedBy(await city.send('PATCH', `/items/teams/${id}`, { members: { create: [], update: [], delete: [rows[0]?.id] } }))).toEqual([
      'team.members.pair',
    ]);
    expect((await city.send('DELETE', `/items/team_members/${rows[0]?.id}`)).status).toBe(400);
    expect((await test.database.query('SELECT FROM team_members WHERE team = $1', [id])).rowCount).toBe(2);
  });
});

describe('a visit', () => {
  it('gets the checklist of its enterprise and day, in the wording of the list', async () => {
    const { id } = await done(await inspector.send<{ id: string }>('POST', '/items/visits', visit()));
    const { rows } = await test.database.query(
      'SELECT v.content, i.content AS original FROM visit_items v JOIN task_items i ON i.id = v.task_item WHERE visit = $1',
      [id],
    );
    expect(rows).toHaveLength(11);
    for (const row of rows) expect(row.content).toBe(row.original);
    const { data } = await inspector.send<{ items: Row[] }>('GET', `/zhudian/checklist?enterprise=${enterprise}&day=2025-01-02`);
    expect(data.items.map(({ content }) => content)).toEqual(expect.arrayContaining(rows.map(({ content }) => content as unknown)));
  });

  it('keeps the results sent along, and not a wording of the sender', async () => {
    const { data } = await inspector.send<{ items: { task_item: string; content: string }[] }>(
      'GET',
      `/zhudian/checklist?enterprise=${enterprise}&day=2025-01-02`,
    );
    const first = data.items[0]!;
    const items = [{ task_item: first.task_item, result: 'in_place', implementation: '台账齐全', content: '改过的' }];
    const { id } = await done(await inspector.send<{ id: string }>('POST', '/items/visits', visit({ items })));
    const { rows } = await test.database.query('SELECT content, result, implementation FROM visit_items WHERE visit = $1 AND task_item = $2', [
      id,
      first.task_item,
    ]);
    expect(rows).toEqual([{ content: first.content, result: 'in_place', implementation: '台账齐全' }]);
    expect((await test.database.query('SELECT FROM visit_items WHERE visit = $1', [id])).rowCount).toBe(11);
  });

  it('tells an inspector nothing of the checklist of an enterprise that is not theirs', async () => {
    const { rows } = await test.database.query<{ id: string }>('SELECT id FROM enterprises WHERE county = $1 LIMIT 1', [countyId('370883')]);
    expect((await inspector.send('GET', `/zhudian/checklist?enterprise=${rows[0]?.id}&day=2025-01-02`)).status).toBe(404);
  });

  it('is handed in by two people of the team in force, or says why', async () => {
    expect(refusedBy(await city.send('POST', '/items/visits', visit({ status: 'submitted', inspectors: [{ inspector: people[0] }] })))).toEqual([
      'visit.inspectors.pair',
    ]);
    const { rows } = await test.database.query<{ id: string }>('SELECT id FROM inspectors WHERE id <> ALL($1) ORDER BY id LIMIT 1', [people]);
    const with_stranger = visit({ status: 'submitted', inspectors: [{ inspector: people[0] }, { inspector: rows[0]?.id }] });
    expect(refusedBy(await city.send('POST', '/items/visits', with_stranger))).toEqual(['visit.inspectors.team']);
    await done(await city.send('POST', '/items/visits', { ...with_stranger, inspectors_reason: '原组员住院，由他人代替' }));
  });

  it('handed in by one person past Directus is refused at commit', async () => {
    const insert = `INSERT INTO visits (id, enterprise, visited_on, status) VALUES (gen_random_uuid(), $1, $2, 'submitted')`;
    expect(await sql(insert, [enterprise, newDay()])).toBe('visits_pair');
  });

  it('is handed in by an inspector only with every item answered', async () => {
    const { id } = await done(await inspector.send<{ id: string }>('POST', '/items/visits', visit()));
    const answer = await inspector.send('PATCH', `/items/visits/${id}`, { status: 'submitted' });
    expect(refusedBy(answer)).toEqual(['visit.items.complete']);
    expect(messageOf(answer)).toContain('还有 11 项');
    const { rows } = await test.database.query<{ id: string }>('SELECT id FROM visit_items WHERE visit = $1', [id]);
    const update = rows.map((row) => ({ id: row.id, result: 'in_place' }));
    await done(await inspector.send('PATCH', `/items/visits/${id}`, { status: 'submitted', items: { create: [], update, delete: [] } }));
  });

  it('is there once for a team, enterprise and day, whoever saves it, even at the same instant', async () => {
    const day = newDay();
    const answers = await Promise.all([1, 2, 3].map(() => inspector.send('POST', '/items/visits', visit({ visited_on: day }))));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    const late = await city.send('POST', '/items/visits', visit({ visited_on: day }));
    expect(refusedBy(late)).toEqual(['visit.once']);
    expect(messageOf(late)).toContain('草稿，由陆长青填写');
  });

  it('knows its team, its county and the levels of its people by itself', async () => {
    const id = await submitted();
    const { rows } = await test.database.query(
      `SELECT v.county, v.team IS NOT NULL AS has_team, (SELECT count(*)::int FROM visit_inspectors WHERE visit = v.id AND level IS NOT NULL) AS levels FROM visits v WHERE id = $1`,
      [id],
    );
    expect(rows).toEqual([{ county: countyId('370811'), has_team: true, levels: 2 }]);
  });

  it('sent twice under one form key is one visit', async () => {
    const client_key = randomUUID();
    await done(await inspector.send('POST', '/items/visits', visit({ client_key })));
    const again = await inspector.send('POST', '/items/visits', visit({ client_key }));
    expect(again.errors[0]?.extensions.code).toBe('RECORD_NOT_UNIQUE');
  });

  it('is changed twice with the same rows without a copy of them', async () => {
    const { id } = await done(await inspector.send<{ id: string }>('POST', '/items/visits', visit()));
    const hazard = { id: randomUUID(), title: '配电箱未关闭', description: '二车间南墙配电箱门未关闭，接线端子外露' };
    await done(await inspector.send('PATCH', `/items/visits/${id}`, { hazards: [{ ...hazard, enterprise }] }));
    await done(await inspector.send('PATCH', `/items/visits/${id}`, { hazards: [hazard] }));
    expect((await test.database.query('SELECT FROM hazards WHERE visit = $1', [id])).rowCount).toBe(1);
  });
});

describe('the steps of a visit', () => {
  it('are those of the table, with a reason for sending back, and each is in the history with who took it', async () => {
    const id = await submitted();
    expect(refusedBy(await county.send('PATCH', `/items/visits/${id}`, { status: 'draft' }))).not.toEqual([]);
    expect(refusedBy(await county.send('PATCH', `/items/visits/${id}`, { status: 'returned' }))).toEqual(['visit.return_reason.required']);
    expect(refusedBy(await county.send('PATCH', `/items/visits/${id}`, { status: 'returned', return_reason: '不行' }))).toEqual([
      'visit.return_reason.short',
    ]);
    await done(await county.send('PATCH', `/items/visits/${id}`, { status: 'returned', return_reason: '第三项的问题描述不具体' }));
    await done(await city.send('PATCH', `/items/visits/${id}`, { status: 'submitted' }));
    await done(await city.send('PATCH', `/items/visits/${id}`, { status: 'locked' }));
    expect((await county.send('PATCH', `/items/visits/${id}`, { status: 'returned', return_reason: '第三项的问题描述不具体' })).status).not.toBe(200);
    const { rows } = await test.database.query(
      `SELECT e."from", e."to", e.note, split_part(u.email, '@', 1) AS who FROM visit_events e LEFT JOIN directus_users u ON u.id = e.actor WHERE visit = $1 ORDER BY at`,
      [id],
    );
    expect(rows).toEqual([
      { from: null, to: 'submitted', note: null, who: 'city' },
      { from: 'submitted', to: 'returned', note: '第三项的问题描述不具体', who: 'county' },
      { from: 'returned', to: 'submitted', note: null, who: 'city' },
      { from: 'submitted', to: 'locked', note: null, who: 'city' },
    ]);
  });

  it('that do not exist are refused by PostgreSQL as well; nor is a history rewritten', async () => {
    const id = await submitted();
    expect(await sql(`UPDATE visits SET status = 'draft' WHERE id = $1`, [id])).toBe('visit_status_step');
    expect(await sql(`UPDATE visits SET status = 'returned' WHERE id = $1`, [id])).toBe('visits_return_reason');
    expect(await sql(`UPDATE visit_events SET note = '改写' WHERE visit = $1`, [id])).toBe('visit_events_append_only');
    expect(await sql(`DELETE FROM visit_events WHERE visit = $1`, [id])).toBe('visit_events_append_only');
  });

  it('lock what was handed in: a correction says why, and the reason moves into the history', async () => {
    const id = await submitted();
    expect(refusedBy(await city.send('PATCH', `/items/visits/${id}`, { rules_improved: 3 }))).toEqual(['visit.correction_reason.required']);
    expect(await sql('UPDATE visits SET rules_improved = 3 WHERE id = $1', [id])).toBe('visits_correction_reason');
    const { rows: items } = await test.database.query<{ id: string }>('SELECT id FROM visit_items WHERE visit = $1 LIMIT 1', [id]);
    expect((await city.send('PATCH', `/items/visit_items/${items[0]?.id}`, { result: 'in_place' })).status).toBe(400);
    expect(await sql(`UPDATE visit_items SET result = 'in_place' WHERE id = $1`, [items[0]?.id])).toBe('visit_parts_locked');
    expect(await sql('DELETE FROM visit_inspectors WHERE visit = $1', [id])).toBe('visit_parts_locked');
    expect(await sql('DELETE FROM visits WHERE id = $1', [id])).toBe('visits_keep');

    const correction = {
      rules_improved: 3,
      correction_reason: '漏记一项制度',
      items: { create: [], update: [{ id: items[0]?.id, result: 'in_place' }], delete: [] },
    };
    await done(await city.send('PATCH', `/items/visits/${id}`, correction));
    const { rows } = await test.database.query(
      `SELECT rules_improved, correction_reason, (SELECT note FROM visit_events WHERE visit = v.id ORDER BY at DESC LIMIT 1) AS note FROM visits v WHERE id = $1`,
      [id],
    );
    expect(rows).toEqual([{ rules_improved: 3, correction_reason: null, note: '更正：漏记一项制度' }]);
  });
});

describe('the steps of a hazard', () => {
  const hazard = async (change: Row = {}): Promise<string> =>
    (
      await done(
        await inspector.send<{ id: string }>('POST', '/items/hazards', {
          enterprise,
          title: '配电箱未关闭',
          description: '二车间南墙配电箱门未关闭，接线端子外露',
          ...change,
        }),
      )
    ).id;
  const rectified = { status: 'rectified', rectified_on: '2026-01-05', rectification: '已关闭箱门并张贴提示' };

  it('end with somebody else seeing that it is gone', async () => {
    const id = await hazard({ found_on: '2026-01-02' });
    await done(await inspector.send('PATCH', `/items/hazards/${id}`, rectified));
    expect(refusedBy(await inspector.send('PATCH', `/items/hazards/${id}`, { status: 'verified' }))).toEqual(['hazard.verifier.other']);
    await done(await county.send('PATCH', `/items/hazards/${id}`, { status: 'verified' }));
    const { rows } = await test.database.query(
      `SELECT verified_on IS NOT NULL AS seen, split_part(u.email, '@', 1) AS claimed FROM hazards h JOIN directus_users u ON u.id = h.rectified_by WHERE h.id = $1`,
      [id],
    );
    expect(rows).toEqual([{ seen: true, claimed: 'inspector' }]);
  });

  it('skip nothing, and go back only with a reason', async () => {
    const id = await hazard({ found_on: '2026-01-02' });
    expect(refusedBy(await county.send('PATCH', `/items/hazards/${id}`, { status: 'verified' }))).toContain('hazard.status.step');
    expect(await sql(`UPDATE hazards SET status = 'verified', rectified_on = found_on, rectification = '已关闭箱门' WHERE id = $1`, [id])).toBe(
      'hazard_status_step',
    );
    await done(await inspector.send('PATCH', `/items/hazards/${id}`, rectified));
    const back = { status: 'rectifying', measures: '重新关闭', responsible_person: '示例', deadline: '2026-02-01' };
    expect(refusedBy(await county.send('PATCH', `/items/hazards/${id}`, back))).toEqual(['hazard.correction_reason.required']);
    await done(await county.send('PATCH', `/items/hazards/${id}`, { ...back, correction_reason: '现场复查仍未关闭' }));
    const { rows } = await test.database.query('SELECT status, rectified_on, rectified_by FROM hazards WHERE id = $1', [id]);
    expect(rows).toEqual([{ status: 'rectifying', rectified_on: null, rectified_by: null }]);
  });

  it('never make a major hazard less without a word, and never ask a word for making it major', async () => {
    const id = await hazard();
    await done(await inspector.send('PATCH', `/items/hazards/${id}`, { severity: 'major' }));
    expect(refusedBy(await inspector.send('PATCH', `/items/hazards/${id}`, { severity: 'general' }))).toEqual(['hazard.correction_reason.required']);
    expect(await sql(`UPDATE hazards SET severity = 'general' WHERE id = $1`, [id])).toBe('hazards_correction_reason');
    await done(await inspector.send('PATCH', `/items/hazards/${id}`, { severity: 'general', correction_reason: '经专家现场认定不属重大' }));
  });

  it('keep what was handed in: other facts need a reason', async () => {
    const { id } = await done(
      await city.send<{ id: string }>(
        'POST',
        '/items/visits',
        visit({ status: 'submitted', hazards: [{ title: '配电箱未关闭', description: '二车间南墙配电箱门未关闭，接线端子外露' }] }),
      ),
    );
    const { rows } = await test.database.query<{ id: string }>('SELECT id FROM hazards WHERE visit = $1', [id]);
    expect(refusedBy(await city.send('PATCH', `/items/hazards/${rows[0]?.id}`, { title: '另一件事' }))).toEqual([
      'hazard.correction_reason.required',
    ]);
    expect(await sql(`UPDATE hazards SET title = '另一件事' WHERE id = $1`, [rows[0]?.id])).toBe('hazards_correction_reason');
    await done(await city.send('PATCH', `/items/hazards/${rows[0]?.id}`, { title: '配电箱门未关闭', correction_reason: '名称写错' }));
  });
});

describe('a monthly report', () => {
  it('goes from the county to the city and back, stands still once handed in, and is there once a month', async () => {
    const { rows: contacts } = await test.database.query<{ id: string }>('SELECT id FROM contacts WHERE county = $1 LIMIT 1', [countyId('370811')]);
    const whole = {
      ...{
        period: '2026-10',
        progress: '本月对辖区企业逐家开展驻点',
        problems: '无',
        practices: '无',
        contact: contacts[0]?.id,
        filled_on: '2026-10-29',
      },
      gap_explanation: '未驻点企业停产检修，复产后补驻；未提交的记录已督促提交',
    };
    const { id } = await done(await county.send<{ id: string }>('POST', '/items/monthly_reports', whole));
    expect(refusedBy(await county.send('POST', '/items/monthly_reports', { period: '2026-10' }))).toEqual(['report.period.once']);
    await done(await county.send('PATCH', `/items/monthly_reports/${id}`, { status: 'submitted' }));
    expect(refusedBy(await county.send('PATCH', `/items/monthly_reports/${id}`, { progress: '改' }))).toEqual(['report.frozen']);
    expect(refusedBy(await city.send('PATCH', `/items/monthly_reports/${id}`, { progress: '改' }))).toEqual(['report.frozen']);
    expect(await sql(`UPDATE monthly_reports SET hazards_found = 5 WHERE id = $1`, [id])).toBe('monthly_reports_frozen');
    expect(refusedBy(await city.send('PATCH', `/items/monthly_reports/${id}`, { status: 'returned' }))).toEqual(['report.return_reason.required']);
    await done(await city.send('PATCH', `/items/monthly_reports/${id}`, { status: 'returned', return_reason: '问题困难部分请补充' }));
    await done(await county.send('PATCH', `/items/monthly_reports/${id}`, { status: 'submitted', problems: '个别企业台账不全' }));
    await done(await city.send('PATCH', `/items/monthly_reports/${id}`, { status: 'accepted' }));
    const { rows } = await test.database.query('SELECT "to" FROM report_events WHERE report = $1 ORDER BY at', [id]);
    expect(rows.map(({ to }) => to as unknown)).toEqual(['draft', 'submitted', 'returned', 'submitted', 'accepted']);
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

describe('an opening balance', () => {
  it('is refused where visits are counted already, with their number and first day; and a visit is where the balance covers it', async () => {
    const here = countyId('370883');
    const over = await city.send('POST', '/items/opening_balances', { county: here, as_of: '2026-11-01', hazards_found: 3 });
    expect(refusedBy(over)).toEqual(['opening_balance.as_of.twice']);
    expect(messageOf(over)).toMatch(/驻点记录 \d+ 条、隐患 \d+ 项（最早 \d{4}-\d\d-\d\d）/);
    expect(await sql(`INSERT INTO opening_balances (id, county, as_of) VALUES (gen_random_uuid(), $1, '2026-11-01')`, [here])).toBe(
      'opening_balances_not_twice',
    );
    await done(await city.send('POST', '/items/opening_balances', { county: here, as_of: '2025-06-30', hazards_found: 3 }));
    const { rows } = await test.database.query<{ id: string }>('SELECT id FROM enterprises WHERE county = $1 LIMIT 1', [here]);
    const hazard = { enterprise: rows[0]?.id, title: '配电箱未关闭', description: '二车间南墙配电箱门未关闭，接线端子外露', found_on: '2025-06-30' };
    expect(refusedBy(await city.send('POST', '/items/hazards', hazard))).toEqual(['found_on.covered']);
  });

  it('and a visit of a day it covers, saved at the same instant, are never both there', async () => {
    const county_ = countyId('370829');
    const other = await newEnterprise({ county: county_ });
    await done(await city.send('POST', '/items/teams', team(other, '2024-01-01')));
    for (let round = 0; round < 5; round += 1) {
      const day = newDay();
      const [balance, entered] = await Promise.all([
        city.send<{ id: string }>('POST', '/items/opening_balances', { county: county_, as_of: day }),
        city.send('POST', '/items/visits', visit({ enterprise: other, visited_on: day, status: 'submitted' })),
      ]);
      expect([balance.status, entered.status].filter((status) => status === 200).length).toBeLessThan(2);
      if (balance.status === 200) await done(await city.send('DELETE', `/items/opening_balances/${balance.data.id}`));
      if (entered.status === 200) break; // from here on every balance is refused
    }
  });
});

describe('a task list', () => {
  it('keeps its wording once published; a new version takes its place and old visits stay as they were', async () => {
    const list = { name: '夏季清单', scope: 'county', county: countyId('370811'), valid_from: '2025-01-01' };
    const first = (
      await done(await county.send<{ id: string }>('POST', '/items/task_lists', { ...list, items: [{ content: '检查防暑降温措施', sort: 1 }] }))
    ).id;
    await done(await county.send('PATCH', `/items/task_lists/${first}`, { status: 'published' }));
    const old = (await done(await inspector.send<{ id: string }>('POST', '/items/visits', visit()))).id;
    expect((await test.database.query('SELECT FROM visit_items WHERE visit = $1', [old])).rowCount).toBe(12);

    expect(refusedBy(await county.send('PATCH', `/items/task_lists/${first}`, { name: '改名' }))).toEqual(['task_list.published']);
    expect((await county.send('POST', '/items/task_items', { task_list: first, content: '新条目' })).status).toBe(400);
    expect(await sql(`UPDATE task_items SET content = '改' WHERE task_list = $1`, [first])).toBe('task_items_published');

    const second = { ...list, version: '2', supersedes: first, status: 'published', items: [{ content: '检查防暑降温和夜间值守', sort: 1 }] };
    await done(await county.send('POST', '/items/task_lists', second));
    const now = (await done(await inspector.send<{ id: string }>('POST', '/items/visits', visit()))).id;
    const wording = async (of: string): Promise<unknown[]> =>
      (await test.database.query<Row>('SELECT content FROM visit_items WHERE visit = $1 AND sort = 12', [of])).rows.map(({ content }) => content);
    expect([await wording(old), await wording(now)]).toEqual([['检查防暑降温措施'], ['检查防暑降温和夜间值守']]);
    expect((await test.database.query<Row>('SELECT status FROM task_lists WHERE id = $1', [first])).rows).toEqual([{ status: 'retired' }]);
  });

  it('without items is not published', async () => {
    const empty = { name: '空清单', scope: 'county', county: countyId('370811'), status: 'published' };
    expect(refusedBy(await county.send('POST', '/items/task_lists', empty))).toEqual(['task_list.items.required']);
    expect(
      await sql(
        `INSERT INTO task_lists (id, name, scope, county, version, status) VALUES (gen_random_uuid(), '空', 'county', $1, '1', 'published')`,
        [countyId('370811')],
      ),
    ).toBe('task_lists_not_empty');
  });
});
