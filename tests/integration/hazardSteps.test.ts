import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { done, messageOf, refusedBy } from '../support/answers.ts';
import { PIXEL } from '../support/pixel.ts';
import { ruleWorld, type RuleWorld } from '../support/ruleWorld.ts';
import { useTestStack } from '../support/useTestStack.ts';

type Row = Record<string, unknown>;

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
let sql: RuleWorld['sql'];
beforeAll(async () => {
  ({ city, county, inspector, enterprise, newEnterprise, team, visit, handedIn, sql } = await ruleWorld(test));
}, 600_000);

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

describe('the item that a hazard was found at', () => {
  const hazard = { title: '阀门渗漏', description: '3号釜出口阀门法兰渗漏', ...PLAN };
  const withItem = async (of: string): Promise<{ id: string; item: string }> => {
    const item = randomUUID();
    const sent = visit({ enterprise: of, items: { create: [{ id: item, content: '抽查安全阀', result: 'in_place' }], update: [], delete: [] } });
    return { id: done(await city.send<{ id: string }>('POST', '/items/visits', sent)).id, item };
  };

  it('is one of its visit: of another visit it is refused, without a visit it brings its own', async () => {
    const [mine, other] = [await withItem(enterprise), await withItem(enterprise)];
    const abroad = await withItem(await newEnterprise());
    const add = async (change: object) =>
      await city.send<{ id: string; visit: string }>('POST', '/items/hazards?fields=id,visit', { ...hazard, enterprise, ...change });
    for (const { item } of [other, abroad]) {
      const answer = await add({ visit: mine.id, visit_item: item });
      expect([refusedBy(answer), answer.errors[0]?.extensions.field]).toEqual([['hazard.visit_item.visit'], 'visit_item']);
      expect(messageOf(answer)).toContain('不属于本隐患的驻点记录');
    }
    expect(refusedBy(await add({ visit_item: abroad.item }))).toEqual(['hazard.visit.enterprise']);
    expect(refusedBy(await add({ visit_item: randomUUID() }))).toEqual(['hazard.visit_item.visit']);
    const made = done(await add({ visit_item: mine.item }));
    expect(made.visit).toBe(mine.id);
    expect(refusedBy(await city.send('PATCH', `/items/hazards/${made.id}`, { visit_item: other.item }))).toEqual(['hazard.visit_item.visit']);
    expect(await sql('UPDATE hazards SET visit_item = $2 WHERE id = $1', [made.id, other.item])).toBe('hazards_visit_item');
    expect(await sql('UPDATE visit_items SET visit = $2 WHERE id = $1', [mine.item, other.id])).toBe('hazards_visit_item');
    done(await city.send('PATCH', `/items/hazards/${made.id}`, { visit: other.id }));
    expect((await test.database.query('SELECT visit, visit_item FROM hazards WHERE id = $1', [made.id])).rows).toEqual([
      { visit: other.id, visit_item: null },
    ]);
  });
});

describe('a registered hazard that is rewritten', () => {
  const told = { enterprise: '', severity: 'major', title: '反应釜安全阀失效', description: '二车间3号釜安全阀铅封缺失，整定压力与设计不符' };
  const make = async (change: Row = {}): Promise<string> =>
    done(await inspector.send<{ id: string }>('POST', '/items/hazards', { ...told, enterprise, ...change })).id;
  const changes = async (id: string): Promise<Row[]> =>
    (
      await test.database.query<Row>(
        `SELECT e."from", e."to", e.note, split_part(u.email, '@', 1) AS who FROM hazard_events e LEFT JOIN directus_users u ON u.id = e.actor
         WHERE hazard = $1 AND note ~ '^(修改|更正)：' ORDER BY at`,
        [id],
      )
    ).rows;

  it('keeps what it said: who changed which words, from what to what', async () => {
    const id = await make();
    done(await inspector.send('PATCH', `/items/hazards/${id}`, { description: '二车间3号釜安全阀铅封完好，仅缺少校验标签', place: '二车间' }));
    expect(await changes(id)).toEqual([
      {
        from: 'open',
        to: 'open',
        note: '修改：隐患描述：“二车间3号釜安全阀铅封缺失，整定压力与设计不符” → “二车间3号釜安全阀铅封完好，仅缺少校验标签”\n具体位置：（空） → “二车间”',
        who: 'inspector',
      },
    ]);
    expect(await sql(`UPDATE hazards SET found_on = found_on - 1, user_updated = NULL WHERE id = $1`, [id])).toBe('written');
    expect((await changes(id)).at(-1)).toMatchObject({ note: expect.stringMatching(/^修改：发现日期：“[\d-]+” → “[\d-]+”$/) as string, who: null });
    // What the system notes, and what is sent again as it stands, is no change.
    expect(await sql(`UPDATE hazards SET reported_at = now() WHERE id = $1`, [id])).toBe('written');
    done(await inspector.send('PATCH', `/items/hazards/${id}`, { place: '二车间' }));
    expect(await changes(id)).toHaveLength(2);
  });

  it('tells a correction once, and the photos that are added', async () => {
    const id = await make();
    done(await inspector.send('PATCH', `/items/hazards/${id}`, { severity: 'general', ...PLAN, correction_reason: '经专家现场认定不属重大' }));
    expect((await changes(id)).map(({ note }) => String(note).slice(0, 3))).toEqual(['更正：']);
    const photo = await inspector.upload(PIXEL, '安全阀.png', 'image/png');
    done(await inspector.send('PATCH', `/items/hazards/${id}`, { photos_before: { create: [{ file: photo }], update: [], delete: [] } }));
    const rows = await changes(id);
    expect(rows).toHaveLength(2);
    expect(rows[1]).toMatchObject({ note: expect.stringMatching(/^修改：.*照片“安全阀.png”：增加$/) as string, who: 'inspector' });
    const second = await inspector.upload(PIXEL, '安全阀2.png', 'image/png');
    expect(await changes(await make({ photos_before: { create: [{ file: second }], update: [], delete: [] } }))).toEqual([]);
  });

  it('is silent while a general one is drafted with its visit up to the handing in, and never for a major one', async () => {
    const [one, two] = ['general', 'major'];
    const made = done(
      await city.send<{ id: string; hazards: string[] }>(
        'POST',
        '/items/visits',
        await handedIn({ status: 'draft', hazards: [one, two].map((severity) => ({ ...told, enterprise, severity, ...PLAN })) }),
      ),
    );
    const { rows } = await test.database.query<{ id: string; severity: string }>('SELECT id, severity FROM hazards WHERE visit = $1', [made.id]);
    const [general, major] = [one, two].map((severity) => rows.find((row) => row.severity === severity)!.id);
    const save = async (words: string, change: Row = {}): Promise<void> => {
      const update = [general, major].map((id) => ({ id, measures: words }));
      done(await city.send('PATCH', `/items/visits/${made.id}`, { ...change, hazards: { create: [], update, delete: [] } }));
    };
    await save('停用3号釜，更换安全阀');
    expect([await changes(general!), await changes(major!)].map(({ length }) => length)).toEqual([0, 1]);
    await save('停用3号釜，更换安全阀并送检', { status: 'submitted' });
    expect([await changes(general!), await changes(major!)].map(({ length }) => length)).toEqual([0, 2]);
    done(await city.send('PATCH', `/items/hazards/${general}`, { measures: '更换安全阀并重新铅封' }));
    expect(await changes(general!)).toHaveLength(1);
  });
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
        await handedIn({ hazards: [{ ...hazard, found_on: undefined, enterprise }] }),
      ),
    );
    done(await city.send('PATCH', `/items/visits/${made.id}`, { enterprise: right, correction_reason: '选错了企业' }));
    const { rows } = await test.database.query<Row>('SELECT enterprise FROM hazards WHERE visit = $1', [made.id]);
    expect(rows).toEqual([{ enterprise: right }]);
    expect(await sql(`UPDATE hazards SET reported_at = now() WHERE visit = $1`, [made.id])).toBe('written');
  });
});
