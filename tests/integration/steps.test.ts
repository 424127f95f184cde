import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { countyId } from '../../scripts/provision/reference/counties.ts';
import { done, messageOf, refusedBy } from '../support/answers.ts';
import { explainGaps } from '../support/explainGaps.ts';
import { NARRATIVE } from '../support/narrative.ts';
import { ruleWorld, type RuleWorld } from '../support/ruleWorld.ts';
import { signed } from '../support/signed.ts';
import { useTestStack } from '../support/useTestStack.ts';

type Row = Record<string, unknown>;

const PIXEL = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');
const PLAN = { measures: '关闭箱门并张贴提示', responsible_person: '设备科长', deadline: '2027-06-30' };
const SEEN = { verified_officer: '钱科长', verification: '现场查看配电箱门已关闭并上锁，提示已张贴' };

const test = useTestStack();
let city: RuleWorld['city'];
let county: RuleWorld['county'];
let inspector: RuleWorld['inspector'];
let enterprise: RuleWorld['enterprise'];
let newEnterprise: RuleWorld['newEnterprise'];
let team: RuleWorld['team'];
let visit: RuleWorld['visit'];
let handedIn: RuleWorld['handedIn'];
let submitted: RuleWorld['submitted'];
let sql: RuleWorld['sql'];
beforeAll(async () => {
  ({ city, county, inspector, enterprise, newEnterprise, team, visit, handedIn, submitted, sql } = await ruleWorld(test));
}, 600_000);

describe('the steps of a visit', () => {
  it('are those of the table, with a reason for sending back, and each is in the history with who took it', async () => {
    const id = await submitted();
    expect(refusedBy(await county.send('PATCH', `/items/visits/${id}`, { status: 'draft' }))).not.toEqual([]);
    expect(refusedBy(await county.send('PATCH', `/items/visits/${id}`, { status: 'returned' }))).toEqual(['visit.return_reason.required']);
    expect(refusedBy(await county.send('PATCH', `/items/visits/${id}`, { status: 'returned', return_reason: '不行' }))).toEqual([
      'visit.return_reason.short',
    ]);
    done(await county.send('PATCH', `/items/visits/${id}`, { status: 'returned', return_reason: '第三项的问题描述不具体' }));
    done(await city.send('PATCH', `/items/visits/${id}`, { status: 'submitted' }));
    done(await city.send('PATCH', `/items/visits/${id}`, { status: 'locked' }));
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
    // The county sees no log-in of the city's: it reads a name.
    const { rows: people } = await test.database.query<{ name: string }>(
      `SELECT concat(last_name, first_name) AS name FROM directus_users WHERE email IN ('city@zhudian.example.org', 'county@zhudian.example.org') ORDER BY email`,
    );
    const [ofCity, ofCounty] = people.map(({ name }) => name);
    const told = done(await county.send<Row[]>('GET', `/items/visit_events?filter[visit][_eq]=${id}&sort=at&fields=actor_name`));
    expect(told.map(({ actor_name }) => actor_name)).toEqual([ofCity, ofCounty, ofCity, ofCity]);
  });

  it('name who took them in words, family name first, for those too who may not see that login; the name outlives the login', async () => {
    const draft = done(await inspector.send<{ id: string }>('POST', '/items/visits', visit())).id;
    const id = await submitted();
    done(await county.send('PATCH', `/items/visits/${id}`, { status: 'returned', return_reason: '第三项的问题描述不具体' }));
    const { rows: names } = await test.database.query<{ login: string; name: string }>(
      `SELECT split_part(u.email, '@', 1) AS login, coalesce(i.name, u.last_name || u.first_name) AS name FROM directus_users u LEFT JOIN inspectors i ON i."user" = u.id`,
    );
    const nameOf = (login: string): string => names.find((row) => row.login === login)?.name ?? '';
    const actors = async (reader: RuleWorld['city'], of: string): Promise<string[]> =>
      done(await reader.send<{ actor_name: string }[]>('GET', `/items/visit_events?filter[visit]=${of}&fields=actor_name&sort=at`)).map(
        ({ actor_name }) => actor_name,
      );
    for (const reader of [inspector, county, city]) expect(await actors(reader, id)).toEqual([nameOf('city'), nameOf('county')]);
    for (const reader of [inspector, county]) expect(await actors(reader, draft)).toEqual([nameOf('inspector')]);
    expect(await sql(`UPDATE visit_events SET actor = NULL WHERE visit = $1`, [id])).toBe('written');
    expect(await sql(`UPDATE visit_events SET actor_name = '某人' WHERE visit = $1`, [id])).toBe('visit_events_append_only');
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
    done(await city.send('PATCH', `/items/visits/${id}`, correction));
    const { rows } = await test.database.query(
      `SELECT rules_improved, correction_reason, (SELECT note FROM visit_events WHERE visit = v.id ORDER BY at DESC LIMIT 1) AS note FROM visits v WHERE id = $1`,
      [id],
    );
    expect(rows).toEqual([{ rules_improved: 3, correction_reason: null, note: expect.stringMatching(/^更正：清单第\d+项\n落实结果：/) as string }]);
  });
});

describe('a visit that was sent back', () => {
  it('is handed in again by its inspector after days, with people, items and photos in the same save', async () => {
    const photo = async (): Promise<string> => inspector.upload(PIXEL, '现场.png', 'image/png');
    const { id } = done(
      await inspector.send<{ id: string }>('POST', '/items/visits', visit({ photos: [{ file: await photo() }, { file: await photo() }] })),
    );
    const parts = async <T extends Row>(table: string): Promise<T[]> =>
      (await test.database.query<T>(`SELECT * FROM ${table} WHERE visit = $1 ORDER BY id`, [id])).rows;
    const items = await parts<{ id: string }>('visit_items');
    const people = await parts<{ id: string }>('visit_inspectors');
    const photos = await parts<{ id: string }>('visits_photos');
    const sign = async () =>
      Promise.all(people.map(async (one) => ({ id: one.id, signature: (await signed(inspector, [undefined]))[0]!.signature })));
    const filled = items.map((one) => ({ id: one.id, result: 'in_place' }));
    done(
      await inspector.send('PATCH', `/items/visits/${id}`, {
        status: 'submitted',
        items: { create: [], update: filled, delete: [] },
        inspectors: { create: [], update: await sign(), delete: [] },
      }),
    );
    // Days go by: the county reads it on the third day, the inspector corrects it on the fifth.
    const daysAgo = async (days: number): Promise<void> => {
      await test.database.query(`UPDATE visits SET submitted_at = submitted_at - $2 * interval '1 day' WHERE id = $1`, [id, days]);
    };
    await daysAgo(3);
    done(await county.send('PATCH', `/items/visits/${id}`, { status: 'returned', return_reason: '第三项请写明查了哪些作业票' }));
    await daysAgo(2);
    const corrected = {
      status: 'submitted',
      items: { create: [], update: [{ id: items[2]!.id, result: 'in_place', implementation: '抽查11月动火作业票4份' }], delete: [] },
      inspectors: { create: [], update: await sign(), delete: [] },
      photos: { create: [{ file: await photo() }], update: [{ id: photos[0]!.id, sort: 7 }], delete: [photos[1]!.id] },
    };
    done(await inspector.send('PATCH', `/items/visits/${id}`, corrected));
    const { rows } = await test.database.query(
      `SELECT v.status, (SELECT implementation FROM visit_items WHERE id = $2) AS item, (SELECT count(*)::int FROM visits_photos WHERE visit = v.id) AS photos,
         (SELECT array_agg(signature::text ORDER BY id) FROM visit_inspectors WHERE visit = v.id) AS signatures FROM visits v WHERE id = $1`,
      [id, items[2]!.id],
    );
    const signatures = corrected.inspectors.update.sort((a, b) => (a.id < b.id ? -1 : 1)).map(({ signature }) => signature);
    expect(rows).toEqual([{ status: 'submitted', item: '抽查11月动火作业票4份', photos: 2, signatures }]);
    // Handed in, its parts stand still for the one who wrote them, whenever he comes.
    const late = await inspector.send('PATCH', `/items/visit_items/${items[2]!.id}`, { implementation: '改写' });
    expect(messageOf(late)).toContain('该驻点记录已提交');
    expect((await inspector.send('DELETE', `/items/visits_photos/${photos[0]!.id}`)).status).toBe(400);
    expect((await inspector.send('PATCH', `/items/visit_inspectors/${people[0]!.id}`, { signature: null })).status).toBe(400);
  });
});

describe('a visit that comes whole in one request, as from a phone that was off line', () => {
  it('brings a major hazard of one of its items along, and a photo of it', async () => {
    const item = randomUUID();
    const lacking = {
      content: '抽查安全阀校验标签',
      result: 'missing',
      problem: '3号釜安全阀铅封缺失，标签过期七个月',
      suggestion: '立即停用并送检',
    };
    const { id } = done(
      await inspector.send<{ id: string }>(
        'POST',
        '/items/visits',
        visit({
          items: { create: [{ id: item, ...lacking }], update: [], delete: [] },
          photos: { create: [{ file: await inspector.upload(PIXEL, '安全阀.png', 'image/png'), visit_item: item }], update: [], delete: [] },
          hazards: {
            create: [
              { visit_item: item, enterprise, severity: 'major', title: '反应釜安全阀失效', description: '3号釜安全阀铅封缺失，釜内带压运行' },
            ],
            update: [],
            delete: [],
          },
        }),
      ),
    );
    const { rows } = await test.database.query(
      `SELECT h.visit_item, (SELECT count(*)::int FROM visits_photos WHERE visit_item = $2) AS photos,
         (SELECT count(*)::int FROM outbox WHERE topic = 'hazard.major' AND subject = h.id::text) AS events FROM hazards h WHERE h.visit = $1`,
      [id, item],
    );
    expect(rows).toEqual([{ visit_item: item, photos: 1, events: 1 }]);
    // An item that is nowhere is refused all the same.
    const lost = await inspector.send('PATCH', `/items/visits/${id}`, {
      hazards: {
        create: [{ visit_item: randomUUID(), enterprise, title: '配电箱未关闭', description: '二车间南墙配电箱门未关闭', ...PLAN }],
        update: [],
        delete: [],
      },
    });
    expect(lost.status).not.toBe(200);
    expect((await test.database.query('SELECT FROM hazards WHERE visit = $1', [id])).rowCount).toBe(1);
  });
});

describe('the steps of a hazard', () => {
  const hazard = async (change: Row = {}): Promise<string> =>
    done(
      await inspector.send<{ id: string }>('POST', '/items/hazards', {
        enterprise,
        title: '配电箱未关闭',
        description: '二车间南墙配电箱门未关闭，接线端子外露',
        ...PLAN,
        ...change,
      }),
    ).id;
  const rectified = { status: 'rectified', rectified_on: '2026-01-05', rectification: '已关闭箱门并张贴提示' };

  it('end with somebody else seeing that it is gone', async () => {
    const id = await hazard({ found_on: '2026-01-02' });
    done(await inspector.send('PATCH', `/items/hazards/${id}`, rectified));
    expect(refusedBy(await inspector.send('PATCH', `/items/hazards/${id}`, { status: 'verified', verification: SEEN.verification }))).toContain(
      'hazard.verifier.other',
    );
    const { rows: own } = await test.database.query<{ id: string }>(
      `SELECT i.id FROM inspectors i JOIN directus_users u ON u.id = i."user" WHERE u.email LIKE 'inspector@%'`,
    );
    const named = { status: 'verified', verified_by: own[0]!.id, verification: SEEN.verification };
    expect(refusedBy(await county.send('PATCH', `/items/hazards/${id}`, named))).toEqual(['hazard.verifier.other']);
    expect(await sql(`UPDATE hazards SET status = 'verified', verified_by = $2, user_updated = NULL WHERE id = $1`, [id, own[0]!.id])).toBe(
      'hazards_verifier_other',
    );
    done(await county.send('PATCH', `/items/hazards/${id}`, { status: 'verified', ...SEEN }));
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
    done(await inspector.send('PATCH', `/items/hazards/${id}`, rectified));
    const back = { status: 'rectifying', measures: '重新关闭', responsible_person: '示例', deadline: '2026-02-01' };
    expect(refusedBy(await county.send('PATCH', `/items/hazards/${id}`, back))).toEqual(['hazard.correction_reason.required']);
    done(await county.send('PATCH', `/items/hazards/${id}`, { ...back, correction_reason: '现场复查仍未关闭' }));
    const { rows } = await test.database.query('SELECT status, rectified_on, rectified_by FROM hazards WHERE id = $1', [id]);
    expect(rows).toEqual([{ status: 'rectifying', rectified_on: null, rectified_by: null }]);
  });

  it('never make a major hazard less without a word, and never ask a word for making it major', async () => {
    const id = await hazard();
    done(await inspector.send('PATCH', `/items/hazards/${id}`, { severity: 'major' }));
    expect(refusedBy(await inspector.send('PATCH', `/items/hazards/${id}`, { severity: 'general' }))).toEqual(['hazard.correction_reason.required']);
    expect(await sql(`UPDATE hazards SET severity = 'general' WHERE id = $1`, [id])).toBe('hazards_correction_reason');
    done(await inspector.send('PATCH', `/items/hazards/${id}`, { severity: 'general', correction_reason: '经专家现场认定不属重大' }));
  });

  it('keep what was handed in: other facts need a reason', async () => {
    const { id } = done(
      await city.send<{ id: string }>(
        'POST',
        '/items/visits',
        await handedIn({ hazards: [{ title: '配电箱未关闭', description: '二车间南墙配电箱门未关闭，接线端子外露', ...PLAN }] }),
      ),
    );
    const { rows } = await test.database.query<{ id: string }>('SELECT id FROM hazards WHERE visit = $1', [id]);
    expect(refusedBy(await city.send('PATCH', `/items/hazards/${rows[0]?.id}`, { title: '另一件事' }))).toEqual([
      'hazard.correction_reason.required',
    ]);
    expect(await sql(`UPDATE hazards SET title = '另一件事' WHERE id = $1`, [rows[0]?.id])).toBe('hazards_correction_reason');
    done(await city.send('PATCH', `/items/hazards/${rows[0]?.id}`, { title: '配电箱门未关闭', correction_reason: '名称写错' }));
  });
});

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

describe('who was in the team', () => {
  it('writes a visit of its days down after the team has changed, and reads its names; nobody else does', async () => {
    const former = await newEnterprise();
    done(await city.send('POST', '/items/teams', team(former, '2025-01-01', '2025-11-30')));
    const own = visit({
      enterprise: former,
      visited_on: '2025-11-30',
      hazards: [{ title: '阀门渗漏', description: '3号釜出口阀门法兰渗漏', found_on: '2025-11-30', enterprise: former }],
    });
    const id = done(await inspector.send<{ id: string }>('POST', '/items/visits', own)).id;
    expect(refusedBy(await inspector.send('POST', '/items/visits', { ...own, visited_on: '2025-12-01' }))).toEqual(['enterprise.visible']);
    const names = done(await inspector.send<{ enterprise: Row; people: Row[]; changed_by: string }>('GET', `/zhudian/visits/${id}/names`));
    expect([names.enterprise.id, names.people.length, names.people.every(({ name }) => typeof name === 'string')]).toEqual([former, 2, true]);
    // Whose change it is that stands beside one's own: an inspector by the name of the roster.
    expect(names.people.map(({ name }) => name)).toContain(names.changed_by);
    expect((await inspector.send('GET', `/zhudian/visits/${await submittedElsewhere()}/names`)).status).toBe(404);
  });

  it('counts with the level the register has, whatever a form says', async () => {
    const people = (visit().inspectors as Row[]).map((one) => ({ ...one, level: 'city' }));
    const id = done(await inspector.send<{ id: string }>('POST', '/items/visits', visit({ inspectors: people }))).id;
    const { rows } = await test.database.query<Row>(
      `SELECT v.id, v.level = i.level AS same FROM visit_inspectors v JOIN inspectors i ON i.id = v.inspector WHERE v.visit = $1`,
      [id],
    );
    expect(rows.map(({ same }) => same)).toEqual([true, true]);
    await inspector.send('PATCH', `/items/visit_inspectors/${String(rows[0]?.id)}`, { level: 'city' });
    await inspector.send('PATCH', `/items/visit_inspectors/${String(rows[1]?.id)}`, { level: 'county' });
    const after = await test.database.query<Row>(
      `SELECT v.level = i.level AS same FROM visit_inspectors v JOIN inspectors i ON i.id = v.inspector WHERE v.visit = $1`,
      [id],
    );
    expect(after.rows.map(({ same }) => same)).toEqual([true, true]);
  });

  const submittedElsewhere = async (): Promise<string> => {
    const { rows } = await test.database.query<{ id: string }>(
      `SELECT v.id FROM visits v WHERE NOT EXISTS (SELECT FROM visit_inspectors p JOIN inspectors i ON i.id = p.inspector JOIN directus_users u ON u.id = i."user"
         WHERE p.visit = v.id AND u.email = 'inspector@zhudian.example.org') LIMIT 1`,
    );
    return rows[0]!.id;
  };
});

describe('a hazard past its day', () => {
  const hazard = { title: '阀门渗漏', description: '3号釜出口阀门法兰渗漏', found_on: '2025-10-01', ...PLAN, deadline: '2025-10-15' };

  it('is put off, and a counted rectification moved to another day, only with a reason that the history keeps', async () => {
    const id = done(await city.send<{ id: string }>('POST', '/items/hazards', { ...hazard, enterprise })).id;
    expect(refusedBy(await inspector.send('PATCH', `/items/hazards/${id}`, { deadline: '2026-01-31' }))).toEqual([
      'hazard.correction_reason.required',
    ]);
    expect(await sql(`UPDATE hazards SET deadline = NULL WHERE id = $1`, [id])).toBe('hazards_correction_reason');
    done(await inspector.send('PATCH', `/items/hazards/${id}`, { deadline: '2025-10-10' }));
    done(await inspector.send('PATCH', `/items/hazards/${id}`, { deadline: '2026-01-31', correction_reason: '备件到货推迟，已加强巡检' }));
    done(await city.send('PATCH', `/items/hazards/${id}`, { status: 'rectified', rectified_on: '2025-11-03', rectification: '已更换阀门并试压' }));
    expect(refusedBy(await city.send('PATCH', `/items/hazards/${id}`, { rectified_on: '2025-10-28' }))).toEqual([
      'hazard.correction_reason.required',
    ]);
    expect(await sql(`UPDATE hazards SET rectified_on = '2025-10-28' WHERE id = $1`, [id])).toBe('hazards_correction_reason');
    const { rows } = await test.database.query<Row>(`SELECT note FROM hazard_events WHERE hazard = $1 AND note LIKE '更正：%'`, [id]);
    expect(rows).toEqual([{ note: expect.stringMatching(/^更正：备件到货推迟，已加强巡检\n整改时限：“[\d-]+” → “[\d-]+”$/) as string }]);
  });

  it('goes along when its visit turns out to be another enterprise’s, and what is written about its mail afterwards is kept', async () => {
    const right = await newEnterprise();
    done(await city.send('POST', '/items/teams', team(right, '2025-01-01')));
    const made = done(
      await city.send<{ id: string; hazards: string[] }>(
        'POST',
        '/items/visits',
        await handedIn({ hazards: [{ ...hazard, found_on: '2025-01-02', enterprise }] }),
      ),
    );
    done(await city.send('PATCH', `/items/visits/${made.id}`, { enterprise: right, correction_reason: '选错了企业' }));
    const { rows } = await test.database.query<Row>('SELECT enterprise FROM hazards WHERE visit = $1', [made.id]);
    expect(rows).toEqual([{ enterprise: right }]);
    expect(await sql(`UPDATE hazards SET reported_at = now() WHERE visit = $1`, [made.id])).toBe('written');
  });
});

describe('a task list', () => {
  it('keeps its wording once published; a new version takes its place and old visits stay as they were', async () => {
    const list = { name: '夏季清单', scope: 'county', county: countyId('370811'), valid_from: '2025-01-01' };
    const first = done(
      await county.send<{ id: string }>('POST', '/items/task_lists', { ...list, items: [{ content: '检查防暑降温措施', sort: 1 }] }),
    ).id;
    done(await county.send('PATCH', `/items/task_lists/${first}`, { status: 'published' }));
    const old = done(await inspector.send<{ id: string }>('POST', '/items/visits', visit())).id;
    expect((await test.database.query('SELECT FROM visit_items WHERE visit = $1', [old])).rowCount).toBe(12);

    expect(refusedBy(await county.send('PATCH', `/items/task_lists/${first}`, { name: '改名' }))).toEqual(['task_list.published']);
    expect((await county.send('POST', '/items/task_items', { task_list: first, content: '新条目' })).status).toBe(400);
    expect(await sql(`UPDATE task_items SET content = '改' WHERE task_list = $1`, [first])).toBe('task_items_published');

    const second = { ...list, version: '2', supersedes: first, status: 'published', items: [{ content: '检查防暑降温和夜间值守', sort: 1 }] };
    done(await county.send('POST', '/items/task_lists', second));
    const now = done(await inspector.send<{ id: string }>('POST', '/items/visits', visit())).id;
    const wording = async (of: string): Promise<unknown[]> =>
      (await test.database.query<Row>('SELECT content FROM visit_items WHERE visit = $1 AND sort = 12', [of])).rows.map(({ content }) => content);
    expect([await wording(old), await wording(now)]).toEqual([['检查防暑降温措施'], ['检查防暑降温和夜间值守']]);
    expect((await test.database.query<Row>('SELECT status FROM task_lists WHERE id = $1', [first])).rows).toEqual([{ status: 'retired' }]);
  });

  it('that replaces another from a later day leaves it in force until the day before, and replaces only one of its own kind', async () => {
    const own = { name: '冬季清单', scope: 'enterprise', enterprise: await newEnterprise(), status: 'published' };
    done(await city.send('POST', '/items/teams', team(own.enterprise, '2025-01-01')));
    const create = async (change: Row): Promise<string> =>
      done(await city.send<{ id: string }>('POST', '/items/task_lists', { ...own, ...change })).id;
    const first = await create({ valid_from: '2025-01-01', items: [{ content: '检查防冻防凝', sort: 1 }] });
    await create({ version: '2', supersedes: first, valid_from: '2025-06-01', items: [{ content: '检查防冻防凝和伴热', sort: 1 }] });
    const items = async (visited_on: string): Promise<unknown[]> => {
      const made = done(await city.send<{ id: string }>('POST', '/items/visits', visit({ enterprise: own.enterprise, visited_on })));
      return (await test.database.query<Row>('SELECT content FROM visit_items WHERE visit = $1 ORDER BY sort DESC LIMIT 1', [made.id])).rows.map(
        ({ content }) => content,
      );
    };
    expect([await items('2025-05-31'), await items('2025-06-01')]).toEqual([['检查防冻防凝'], ['检查防冻防凝和伴热']]);

    const { rows } = await test.database.query<{ id: string }>(`SELECT id FROM task_lists WHERE scope = 'city' AND status = 'published' LIMIT 1`);
    const theft = {
      name: '替代全市清单',
      county: countyId('370811'),
      supersedes: rows[0]?.id,
      status: 'published',
      items: [{ content: '一项', sort: 1 }],
    };
    expect(refusedBy(await county.send('POST', '/items/task_lists', theft))).toEqual(['task_list.supersedes.own']);
    expect(
      await sql(
        `INSERT INTO task_lists (id, name, scope, county, version, status, supersedes) VALUES (gen_random_uuid(), '替', 'county', $1, '1', 'published', $2)`,
        [countyId('370811'), rows[0]?.id],
      ),
    ).toBe('task_lists_supersedes_own');
    const foreign = await newEnterprise({ county: countyId('370812') });
    const list = { name: '别县企业清单', scope: 'enterprise', enterprise: foreign, items: [{ content: '一项', sort: 1 }] };
    expect(refusedBy(await county.send('POST', '/items/task_lists', list))).toEqual(['enterprise.visible']);
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
