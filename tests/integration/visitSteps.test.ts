import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { done, messageOf, refusedBy } from '../support/answers.ts';
import { ruleWorld, type RuleWorld } from '../support/ruleWorld.ts';
import { setClock } from '../support/setClock.ts';
import { signed } from '../support/signed.ts';
import { useTestStack } from '../support/useTestStack.ts';
import { PIXEL } from '../support/pixel.ts';

type Row = Record<string, unknown>;

const PLAN = { measures: '关闭箱门并张贴提示', responsible_person: '设备科长', deadline: '2027-06-30' };

const test = useTestStack();
let city: RuleWorld['city'];
let county: RuleWorld['county'];
let inspector: RuleWorld['inspector'];
let enterprise: RuleWorld['enterprise'];
let newEnterprise: RuleWorld['newEnterprise'];
let team: RuleWorld['team'];
let visit: RuleWorld['visit'];
let submitted: RuleWorld['submitted'];
let sql: RuleWorld['sql'];
beforeAll(async () => {
  ({ city, county, inspector, enterprise, newEnterprise, team, visit, submitted, sql } = await ruleWorld(test));
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
      { from: 'submitted', to: 'submitted', note: '退回后未作修改', who: 'city' },
      { from: 'submitted', to: 'locked', note: null, who: 'city' },
    ]);
    // The county sees no log-in of the city's: it reads a name.
    const { rows: people } = await test.database.query<{ name: string }>(
      `SELECT concat(last_name, first_name) AS name FROM directus_users WHERE email IN ('city@zhudian.example.org', 'county@zhudian.example.org') ORDER BY email`,
    );
    const [ofCity, ofCounty] = people.map(({ name }) => name);
    const told = done(await county.send<Row[]>('GET', `/items/visit_events?filter[visit][_eq]=${id}&sort=at&fields=actor_name`));
    expect(told.map(({ actor_name }) => actor_name)).toEqual([ofCity, ofCounty, ofCity, ofCity, ofCity]);
  });

  it('say what was changed after a return, in the visit and below it, however often and when it was saved', async () => {
    const id = await submitted();
    done(await county.send('PATCH', `/items/visits/${id}`, { status: 'returned', return_reason: '第三项的问题描述不具体' }));
    const { rows: items } = await test.database.query<{ id: string; sort: number }>(
      'SELECT id, sort FROM visit_items WHERE visit = $1 ORDER BY sort',
      [id],
    );
    // As it comes from a phone: each item has its result.
    const filled = { create: [], update: items.map((one) => ({ id: one.id, result: 'in_place' })), delete: [] };
    done(await inspector.send('PATCH', `/items/visits/${id}`, { status: 'submitted', items: filled }));
    done(await county.send('PATCH', `/items/visits/${id}`, { status: 'returned', return_reason: '第三项的问题描述不具体' }));
    const third = items[2]!.id;
    await setClock(test, new Date(Date.now() + 3 * 86_400_000).toISOString());
    try {
      done(await inspector.send('PATCH', `/items/visits/${id}`, { rules_improved: 7 }));
      done(
        await inspector.send('PATCH', `/items/visit_items/${third}`, {
          result: 'missing',
          problem: '动火作业票缺少安全员签字',
          suggestion: '当日补签并对班组重新培训',
        }),
      );
      const photo = await inspector.upload(PIXEL, '作业票.png', 'image/png');
      // In the step itself as well: its parts are written after it.
      const whole = { status: 'submitted', remarks: '已补齐', photos: { create: [{ file: photo }], update: [], delete: [] } };
      done(await inspector.send('PATCH', `/items/visits/${id}`, whole));
    } finally {
      await setClock(test, null);
    }
    const told = done(await county.send<Row[]>('GET', `/items/visit_events?filter[visit][_eq]=${id}&sort=at&fields=note,actor_name`)).at(-1)!;
    const note = String(told['note']);
    expect(note).toMatch(/^退回后的修改：/);
    for (const words of ['→ “7”', '清单第3项', '“动火作业票缺少安全员签字”', '“已补齐”', '照片“作业票.png”：增加']) expect(note).toContain(words);
    expect(note).not.toMatch(/清单第[^3]项|到场人员/);
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
