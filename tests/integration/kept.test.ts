import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { readSnapshot } from '../../scripts/schema/readSnapshot.ts';
import { done, messageOf, refusedBy } from '../support/answers.ts';
import { PIXEL } from '../support/pixel.ts';
import { records } from '../support/records.ts';
import { ruleWorld, type RuleWorld } from '../support/ruleWorld.ts';
import { signed } from '../support/signed.ts';
import { useTestStack } from '../support/useTestStack.ts';

type Row = Record<string, unknown>;

const REASON = '演练时登记，演练已结束';

const test = useTestStack();
let world: RuleWorld;
beforeAll(async () => {
  world = await ruleWorld(test);
}, 600_000);
const { make, hazard, upload } = records(() => world);
const notes = async (table: 'visit' | 'hazard', id: string): Promise<string[]> =>
  (
    await test.database.query<{ note: string | null }>(`SELECT note FROM ${table}_events WHERE ${table} = $1 ORDER BY at, date_created`, [id])
  ).rows.flatMap(({ note }) => (note === null ? [] : [note]));
const found = async (): Promise<string> =>
  (
    await test.database.query<{ n: string }>(
      `SELECT hazards_found AS n FROM zhudian_statistics('2025-06', ARRAY(SELECT county FROM enterprises WHERE id = $1)) WHERE county IS NULL AND span = 'month'`,
      [world.enterprise],
    )
  ).rows[0]!.n;

describe('a hazard that was registered', () => {
  it('is deleted by nobody, and its history stays', async () => {
    const id = await hazard({ severity: 'major', funds: '自筹', plan: '停车隔离' });
    const before = await notes('hazard', id);
    for (const by of [world.inspector, world.county, world.city, test.admin]) {
      const answer = await by.send('DELETE', `/items/hazards/${id}`);
      expect([400, 403]).toContain(answer.status);
    }
    const told = await test.admin.send('DELETE', `/items/hazards/${id}`);
    expect([refusedBy(told), messageOf(told)]).toEqual([['hazard.kept'], '登记过的隐患不能删除；登记有误的，请将整改状态改为“已作废”并写明原因']);
    expect(await world.sql('DELETE FROM hazards WHERE id = $1', [id])).toBe('hazards_keep');
    expect((await notes('hazard', id)).slice(0, before.length)).toEqual(before);
  });

  it('is voided with a reason, by the county or the city; a major one by the city alone', async () => {
    const general = await hazard();
    const major = await hazard({ severity: 'major', funds: '自筹', plan: '停车隔离' });
    expect(refusedBy(await world.inspector.send('PATCH', `/items/hazards/${general}`, { status: 'void', void_reason: REASON }))[0]).toBe(
      'hazard.status.actor',
    );
    for (const void_reason of [undefined, '', '无', '   ']) {
      expect(refusedBy(await world.county.send('PATCH', `/items/hazards/${general}`, { status: 'void', void_reason }))[0]).toMatch(
        /^hazard\.void_reason\./,
      );
    }
    expect(
      refusedBy(await world.county.send('PATCH', `/items/hazards/${general}`, { status: 'void', void_reason: REASON, measures: '改写' })),
    ).toEqual(['hazard.void.alone']);
    expect(refusedBy(await world.county.send('PATCH', `/items/hazards/${general}`, { void_reason: REASON }))).toEqual(['hazard.void_reason.state']);
    expect(refusedBy(await world.county.send('PATCH', `/items/hazards/${major}`, { status: 'void', void_reason: REASON }))).toEqual([
      'hazard.void.major',
    ]);
    done(await world.county.send('PATCH', `/items/hazards/${general}`, { status: 'void', void_reason: REASON }));
    done(await world.city.send('PATCH', `/items/hazards/${major}`, { status: 'void', void_reason: REASON }));
    for (const id of [general, major]) {
      expect(done(await world.inspector.send('GET', `/items/hazards/${id}?fields=status,void_reason`))).toEqual({
        status: 'void',
        void_reason: REASON,
      });
      // A major one may be reported in the same moment.
      expect(await notes('hazard', id)).toContain(`作废：${REASON}`);
    }
    expect(await world.sql(`UPDATE hazards SET status = 'void' WHERE id = $1`, [await hazard()])).toBe('hazards_void_reason');
  });

  it('that is void does not change any more, and leads nowhere', async () => {
    const id = await hazard();
    done(await world.city.send('PATCH', `/items/hazards/${id}`, { status: 'void', void_reason: REASON }));
    for (const change of [{ status: 'open' }, { title: '改写的名称' }, { void_reason: '另一个原因啊' }]) {
      for (const by of [world.city, test.admin]) expect(refusedBy(await by.send('PATCH', `/items/hazards/${id}`, change))).toEqual(['hazard.void']);
    }
    expect(await world.sql(`UPDATE hazards SET title = '改写的名称' WHERE id = $1`, [id])).toBe('hazards_void');
    expect(await world.sql(`UPDATE hazards SET status = 'open' WHERE id = $1`, [id])).toMatch(/hazards_void|hazard_status_step/);
    const file = await upload(world.city);
    expect((await world.city.send('POST', '/items/hazards_photos_before', { hazard: id, file })).status).toBe(400);
    expect(await world.sql('INSERT INTO hazards_photos_after (id, hazard, file) VALUES ($1, $2, $3)', [randomUUID(), id, file])).toBe('hazards_void');
  });

  it('that is void is the subject of no new document', async () => {
    const id = await hazard({ severity: 'major', funds: '自筹', plan: '停车隔离' });
    done(await world.city.send('PATCH', `/items/hazards/${id}`, { status: 'void', void_reason: REASON }));
    const answer = await world.city.send('POST', '/items/documents', { kind: 'major_hazard_report', hazard: id });
    expect([refusedBy(answer), messageOf(answer)]).toEqual([['document.subject.void'], '该记录已作废，不再生成文书；需要的，请对有效的记录申请']);
  });

  it('that is void is in no figure, no reminder and no escalation; it is in the lists of what is void', async () => {
    const before = await found();
    const id = await hazard({ severity: 'major', funds: '自筹', plan: '停车隔离', found_on: '2025-06-05', deadline: '2025-06-20' });
    expect(Number(await found())).toBe(Number(before) + 1);
    await test.database.query(`UPDATE hazards SET reported_at = zhudian_now() - interval '3 hours' WHERE id = $1`, [id]);
    done(await world.city.send('PATCH', `/items/hazards/${id}`, { status: 'void', void_reason: REASON }));
    expect(await found()).toBe(before);
    expect((await test.database.query('SELECT * FROM zhudian_statistics_drift()')).rows).toEqual([]);
    const asked = (await test.database.query('SELECT count(*)::int AS n FROM outbox WHERE subject = $1', [id])).rows[0] as { n: number };
    await new Promise((resolve) => setTimeout(resolve, 4000));
    expect((await test.database.query('SELECT count(*)::int AS n FROM outbox WHERE subject = $1', [id])).rows[0]).toEqual(asked);
    const listed = async (status: Row): Promise<boolean> =>
      done(
        await world.city.send<unknown[]>(
          'GET',
          `/items/hazards?fields=id&filter=${encodeURIComponent(JSON.stringify({ _and: [{ id: { _eq: id } }, { status }] }))}`,
        ),
      ).length === 1;
    expect([await listed({ _eq: 'void' }), await listed({ _neq: 'void' })]).toEqual([true, false]);
    const collections = readSnapshot().collections as unknown as { collection: string; meta: { archive_field: string; archive_value: string } }[];
    for (const name of ['hazards', 'visits'])
      expect(collections.find(({ collection }) => collection === name)?.meta).toMatchObject({ archive_field: 'status', archive_value: 'void' });
  });
});

describe('the photos of a hazard', () => {
  it('stay once it was reported, as rows and as files, for everybody', async () => {
    const file = await upload(world.inspector);
    const id = await hazard({ severity: 'major', photos_before: [{ file }] }, world.inspector);
    const { rows } = await test.database.query<{ id: string }>('SELECT id FROM hazards_photos_before WHERE hazard = $1', [id]);
    const link = rows[0]!.id;
    for (const by of [world.inspector, world.city, test.admin]) {
      expect([400, 403]).toContain((await by.send('DELETE', `/items/hazards_photos_before/${link}`)).status);
      expect([400, 403]).toContain((await by.send('DELETE', `/files/${file}`)).status);
      const nested = await by.send('PATCH', `/items/hazards/${id}`, {
        measures: '更换液位计',
        photos_before: { create: [], update: [], delete: [link] },
      });
      expect([400, 403]).toContain(nested.status);
      const replaced = await by.patchFile(`/files/${file}`, PIXEL, '另一张.png');
      expect([400, 403]).toContain(replaced.status);
    }
    expect(refusedBy(await test.admin.send('DELETE', `/files/${file}`))).toEqual(['file.evidence']);
    expect(await world.sql('DELETE FROM hazards_photos_before WHERE id = $1', [link])).toBe('hazard_photos_keep');
    expect(await world.sql('UPDATE hazards_photos_before SET file = $2 WHERE id = $1', [link, await upload(world.city)])).toBe('hazard_photos_keep');
    expect(await world.sql('DELETE FROM directus_files WHERE id = $1', [file])).toBe('directus_files_evidence');
    expect((await world.city.raw(`/assets/${file}`)).status).toBe(200);
  });

  it('are taken off by the inspector while its visit is a draft, also in the save that raises it', async () => {
    const [first, second] = [await upload(world.inspector), await upload(world.inspector)];
    const visit = await make('visits', world.visit(), world.inspector);
    const id = await hazard({ visit, found_on: undefined, photos_before: [{ file: first }, { file: second }] }, world.inspector);
    const { rows } = await test.database.query<{ id: string }>('SELECT id FROM hazards_photos_before WHERE hazard = $1 ORDER BY id', [id]);
    expect((await world.inspector.send('DELETE', `/items/hazards_photos_before/${rows[0]!.id}`)).status).toBe(204);
    done(
      await world.inspector.send('PATCH', `/items/hazards/${id}`, {
        severity: 'major',
        photos_before: { create: [], update: [], delete: [rows[1]!.id] },
      }),
    );
    expect((await world.inspector.send('DELETE', `/files/${first}`)).status).toBe(204);
  });

  it('and in the save that hands the visit in, as a phone sends it; not afterwards', async () => {
    const [first, second] = [await upload(world.inspector), await upload(world.inspector)];
    const { id } = done(await world.inspector.send<{ id: string }>('POST', '/items/visits', world.visit()));
    const found = await hazard({ visit: id, found_on: undefined, photos_before: [{ file: first }, { file: second }] }, world.inspector);
    const { rows } = await test.database.query<{ id: string }>('SELECT id FROM hazards_photos_before WHERE hazard = $1 ORDER BY id', [found]);
    const parts = async <T extends Row>(table: string): Promise<T[]> =>
      (await test.database.query<T>(`SELECT id, inspector FROM ${table} WHERE visit = $1`, [id])).rows;
    const items = (await test.database.query<{ id: string }>('SELECT id FROM visit_items WHERE visit = $1', [id])).rows;
    const without = (photo: string): Row => ({
      create: [],
      update: [{ id: found, photos_before: { create: [], update: [], delete: [photo] } }],
      delete: [],
    });
    const people = await parts<{ id: string; inspector: string }>('visit_inspectors');
    const signatures = await signed(
      world.inspector,
      people.map(({ inspector }) => inspector),
    );
    done(
      await world.inspector.send('PATCH', `/items/visits/${id}`, {
        status: 'submitted',
        items: { create: [], update: items.map((one) => ({ id: one.id, result: 'in_place' })), delete: [] },
        inspectors: { create: [], update: people.map((one, index) => ({ id: one.id, signature: signatures[index]!.signature })), delete: [] },
        hazards: without(rows[0]!.id),
      }),
    );
    const later = await world.city.send('PATCH', `/items/visits/${id}`, { correction_reason: '照片拍错了，需要删除', hazards: without(rows[1]!.id) });
    expect(refusedBy(later)).toEqual(['hazard.photos.kept']);
  });
});

describe('a visit that was handed in', () => {
  it('keeps its photos and signatures, whoever asks; only its links may be corrected, with a reason that the history tells', async () => {
    const file = await upload(world.city);
    const id = await make('visits', await world.handedIn({ photos: [{ file }] }));
    const { rows } = await test.database.query<{ signature: string }>('SELECT signature FROM visit_inspectors WHERE visit = $1 ORDER BY id', [id]);
    for (const kept of [file, rows[0]!.signature]) {
      for (const by of [world.city, test.admin]) {
        expect([kept, (await by.send('DELETE', `/files/${kept}`)).status]).toEqual([kept, 400]);
        expect([kept, (await by.patchFile(`/files/${kept}`, PIXEL, '另一张.png')).status]).toEqual([kept, 400]);
      }
      expect(await world.sql('DELETE FROM directus_files WHERE id = $1', [kept])).toBe('directus_files_evidence');
    }
  });

  it('is voided once none of its hazards is left, and makes room for the right one', async () => {
    const known = world.newDay();
    const id = await make('visits', await world.handedIn({ visited_on: known }));
    const left = await hazard({ visit: id, found_on: known });
    const answer = await world.county.send('PATCH', `/items/visits/${id}`, { status: 'void', void_reason: '同一次驻点填写了两份' });
    expect(refusedBy(answer)).toEqual(['visit.void.hazards']);
    expect(messageOf(answer)).toContain('“储罐液位计失灵”');
    expect(await world.sql(`UPDATE visits SET status = 'void', void_reason = '重复登记' WHERE id = $1`, [id])).toBe('visits_void_hazards');
    done(await world.county.send('PATCH', `/items/hazards/${left}`, { status: 'void', void_reason: REASON }));
    expect(refusedBy(await world.county.send('PATCH', `/items/visits/${id}`, { status: 'void' }))).toEqual(['visit.void_reason.required']);
    done(await world.county.send('PATCH', `/items/visits/${id}`, { status: 'void', void_reason: '同一次驻点填写了两份' }));
    expect((await notes('visit', id)).at(-1)).toBe('作废：同一次驻点填写了两份');
    expect(refusedBy(await test.admin.send('PATCH', `/items/visits/${id}`, { remarks: '改写' }))).toEqual(['visit.void']);
    expect(await world.sql(`UPDATE visits SET remarks = '改写' WHERE id = $1`, [id])).toBe('visits_void');
    expect(await world.sql('DELETE FROM visit_items WHERE visit = $1', [id])).toBe('visit_parts_locked');
    expect(await world.sql('DELETE FROM visits WHERE id = $1', [id])).toBe('visits_keep');
    done(await world.city.send('POST', '/items/visits', await world.handedIn({ visited_on: known })));
    const { rows } = await test.database.query(
      `SELECT zhudian_last_visited_on($1) = $2::date AS last, (SELECT count(*)::int FROM visits WHERE enterprise = $1 AND visited_on = $2::date) AS there`,
      [world.enterprise, known],
    );
    expect(rows).toEqual([{ last: true, there: 2 }]);
  });

  it('tells in its history what a correction changed, in the words of the form, below it as well', async () => {
    const id = await make('visits', await world.handedIn({ rules_improved: 2 }));
    const { rows: items } = await test.database.query<{ id: string; sort: number }>(
      'SELECT id, sort FROM visit_items WHERE visit = $1 ORDER BY sort LIMIT 1',
      [id],
    );
    done(
      await world.city.send('PATCH', `/items/visits/${id}`, {
        rules_improved: 3,
        correction_reason: '漏记一项制度',
        items: { create: [], update: [{ id: items[0]!.id, implementation: '已查阅并核对' }], delete: [] },
      }),
    );
    const told = await notes('visit', id);
    expect(told.at(-2)).toBe('更正：漏记一项制度\n指导完善规章制度（条）：“2” → “3”');
    expect(told.at(-1)).toContain(`更正：清单第${String(items[0]!.sort)}项\n`);
    expect(told.at(-1)).toContain('（空） → “已查阅并核对”');
  });

  it('is not corrected by the way, in the step that sends it back', async () => {
    const id = await make('visits', await world.handedIn());
    const change = { status: 'returned', return_reason: '第三项描述不具体，请补充', rules_improved: 9 };
    expect(refusedBy(await world.city.send('PATCH', `/items/visits/${id}`, change))).toEqual(['visit.correction_reason.required']);
    expect(await world.sql(`UPDATE visits SET status = 'returned', return_reason = '第三项描述不具体', rules_improved = 9 WHERE id = $1`, [id])).toBe(
      'visits_correction_reason',
    );
  });
});

it('the history of a hazard tells what a correction changed: days, names, choices', async () => {
  const id = await hazard();
  const other = await world.newEnterprise();
  await test.database.query(
    `UPDATE hazards SET status = 'rectified', rectified_on = '2025-06-10', rectification = '已更换并标定合格' WHERE id = $1`,
    [id],
  );
  done(
    await world.city.send('PATCH', `/items/hazards/${id}`, { rectified_on: '2025-06-11', enterprise: other, correction_reason: '登记时选错了企业' }),
  );
  const { rows } = await test.database.query<{ a: string; b: string }>(
    'SELECT (SELECT name FROM enterprises WHERE id = $1) AS a, (SELECT name FROM enterprises WHERE id = $2) AS b',
    [world.enterprise, other],
  );
  expect((await notes('hazard', id)).at(-1)).toBe(
    `更正：登记时选错了企业\n企业：“${rows[0]!.a}” → “${rows[0]!.b}”\n整改完成日期：“2025-06-10” → “2025-06-11”`,
  );
});

describe('evaluations, documents, templates, people', () => {
  it('an evaluation is voided, and its county is asked for another one', async () => {
    const { rows } = await test.database.query<{ county: string }>('SELECT county FROM enterprises WHERE id = $1', [world.enterprise]);
    const county = rows[0]!.county;
    const id = await make('evaluations', {
      county,
      quarter: '2025-Q1',
      kind: 'quarterly',
      evaluated_on: '2025-03-20',
      findings: '总体较好，台账齐全',
    });
    const due = async (): Promise<boolean> =>
      done(await world.city.send<{ due: { id: string }[] }>('GET', '/zhudian/evaluations/due?quarter=2025-Q1')).due.some((one) => one.id === county);
    for (const by of [world.city, test.admin]) expect([400, 403]).toContain((await by.send('DELETE', `/items/evaluations/${id}`)).status);
    expect(await world.sql('DELETE FROM evaluations WHERE id = $1', [id])).toBe('evaluations_keep');
    expect(refusedBy(await world.county.send('PATCH', `/items/evaluations/${id}`, { void_reason: '错' }))).toEqual(['evaluation.void_reason.short']);
    const before = await due();
    done(await world.county.send('PATCH', `/items/evaluations/${id}`, { void_reason: '填错了季度' }));
    expect([before, await due()]).toEqual([
      false,
      (await test.database.query(`SELECT FROM counties WHERE id = $1 AND coalesce(date_created < zhudian_here_by('2025-03-31'), true)`, [county]))
        .rowCount === 1,
    ]);
    expect(refusedBy(await world.county.send('PATCH', `/items/evaluations/${id}`, { findings: '改写一下' }))).toEqual(['evaluation.void']);
    expect(await world.sql(`UPDATE evaluations SET findings = '改写' WHERE id = $1`, [id])).toBe('evaluations_void');
  });

  it('a document that was made stays as it is; its template stays, with its file', async () => {
    const { rows } = await test.database.query<{ key: string; version: string; file: string; id: string }>(
      `SELECT id, key, version, file FROM document_templates WHERE status = 'in_force' AND key = 'work_log'`,
    );
    const template = rows[0]!;
    const visit = await world.submitted();
    const file = await world.city.upload(Buffer.from('x'), '工作日志.txt', 'text/plain');
    const id = await make('documents', { kind: 'work_log', status: 'ready', title: '工作日志', visit, file });
    await test.database.query('UPDATE documents SET template_version = $2 WHERE id = $1', [id, template.version]);
    for (const by of [world.city, test.admin]) {
      expect([400, 403]).toContain((await by.send('DELETE', `/items/documents/${id}`)).status);
      expect(refusedBy(await by.send('PATCH', `/items/documents/${id}`, { file: null }))).toEqual(['document.kept']);
      expect([400, 403]).toContain((await by.send('DELETE', `/files/${file}`)).status);
      expect(refusedBy(await by.send('DELETE', `/items/document_templates/${template.id}`))).toEqual(['document_template.kept']);
      expect(refusedBy(await by.send('PATCH', `/items/document_templates/${template.id}`, { file: await upload(by) }))).toContain(
        'document_template.cited',
      );
      expect([400, 403]).toContain((await by.send('DELETE', `/files/${template.file}`)).status);
      expect([400, 403]).toContain((await by.patchFile(`/files/${template.file}`, Buffer.from('PK'), '模板.docx')).status);
    }
    expect(await world.sql('DELETE FROM document_templates WHERE id = $1', [template.id])).toBe('document_templates_keep');
    expect(await world.sql('UPDATE document_templates SET file = NULL WHERE id = $1', [template.id])).toBe('document_templates_keep');
    expect(await world.sql('DELETE FROM documents WHERE id = $1', [id])).toBe('documents_keep');
  });

  it('an inspector who has verified a hazard is not deleted', async () => {
    const { rows } = await test.database.query<{ verified_by: string }>('SELECT verified_by FROM hazards WHERE verified_by IS NOT NULL LIMIT 1');
    const id = rows[0]!.verified_by;
    expect(refusedBy(await world.city.send('DELETE', `/items/inspectors/${id}`))).toEqual(['inspector.kept']);
    expect(await world.sql('DELETE FROM inspectors WHERE id = $1', [id])).toMatch(/inspectors_keep|foreign/);
  });
});
