import { beforeAll, describe, expect, it } from 'vitest';
import { isReason } from '../../extensions/core/src/states/isReason.ts';
import { countyId } from '../../scripts/provision/reference/counties.ts';
import { addReport } from '../support/addReport.ts';
import { done, messageOf, refusedBy } from '../support/answers.ts';
import { records, type Records } from '../support/records.ts';
import { ruleWorld, type RuleWorld } from '../support/ruleWorld.ts';
import { useTestStack } from '../support/useTestStack.ts';

const BACK = '第三项的存在问题描述不具体';
const OTHER = '第五项请补充台账的名称';
const NONE = ['.....', '    ', '退', '～～～～～', '啊啊啊啊啊', '12345'];

const test = useTestStack();
let world: RuleWorld;
let hazard: Records['hazard'];
beforeAll(async () => {
  world = await ruleWorld(test);
  ({ hazard } = records(() => world));
}, 600_000);
const notes = async (table: 'visit' | 'report', id: string): Promise<unknown[]> =>
  (await test.database.query(`SELECT note FROM ${table}_events WHERE ${table} = $1 AND "to" = 'returned' ORDER BY at`, [id])).rows.map(
    ({ note }: { note: unknown }) => note,
  );

describe('the reason for which a visit is sent back', () => {
  it('is written in the step that sends back, and nobody writes over it', async () => {
    const id = await world.submitted();
    const write = async (api: RuleWorld['city'], change: object): Promise<(string | undefined)[]> => {
      const answer = await api.send('PATCH', `/items/visits/${id}`, change);
      expect(answer.errors.map(({ extensions }) => extensions.field)).toEqual(answer.errors.map(() => 'return_reason'));
      return refusedBy(answer);
    };
    expect(await write(world.county, { return_reason: BACK })).toEqual(['visit.return_reason.state']);
    expect(await world.sql('UPDATE visits SET return_reason = $2 WHERE id = $1', [id, BACK])).toBe('visits_return_reason_state');
    expect(await write(world.county, { status: 'returned', return_reason: BACK })).toEqual([]);
    // A second office that sends the same visit back, in the same minute.
    expect(await write(world.city, { status: 'returned', return_reason: OTHER })).toEqual(['visit.return_reason.twice']);
    expect(await write(world.city, { return_reason: OTHER })).toEqual(['visit.return_reason.state']);
    expect(await write(world.county, { status: 'submitted', return_reason: null })).toEqual(['visit.return_reason.state']);
    expect(await world.sql('UPDATE visits SET return_reason = NULL WHERE id = $1', [id])).toBe('visits_return_reason_state');
    done(await world.city.send('PATCH', `/items/visits/${id}`, { status: 'submitted' }));
    expect(await write(world.county, { return_reason: OTHER })).toEqual(['visit.return_reason.state']);
    expect(await world.sql('UPDATE visits SET return_reason = $2 WHERE id = $1', [id, OTHER])).toBe('visits_return_reason_state');
    done(await world.county.send('PATCH', `/items/visits/${id}`, { status: 'returned', return_reason: OTHER }));
    expect(await notes('visit', id)).toEqual([BACK, OTHER]);
    const born = await world.city.send('POST', '/items/visits', world.visit({ return_reason: BACK }));
    expect(refusedBy(born)).toEqual(['visit.return_reason.state']);
  });

  it('two who send it back at once leave one reason, and the other hears that it was late', async () => {
    const id = await world.submitted();
    const answers = await Promise.all(
      [world.county, world.city].map(async (api, index) =>
        api.send('PATCH', `/items/visits/${id}`, { status: 'returned', return_reason: index === 0 ? BACK : OTHER }),
      ),
    );
    expect(answers.filter(({ errors }) => errors.length === 0)).toHaveLength(1);
    expect(messageOf(answers.find(({ errors }) => errors.length > 0)!)).toContain('退回');
    const { rows } = await test.database.query<{ return_reason: string }>('SELECT return_reason FROM visits WHERE id = $1', [id]);
    expect(await notes('visit', id)).toEqual([rows[0]!.return_reason]);
  });

  it('says something, past Directus as well', async () => {
    const id = await world.submitted();
    for (const nothing of NONE) {
      const answer = await world.county.send('PATCH', `/items/visits/${id}`, { status: 'returned', return_reason: nothing });
      expect(
        answer.errors.map(({ extensions }) => extensions.field),
        nothing,
      ).toEqual(['return_reason']);
      expect(await world.sql(`UPDATE visits SET status = 'returned', return_reason = $2 WHERE id = $1`, [id, nothing])).toBe('visits_return_reason');
      expect(await world.sql(`UPDATE visits SET status = 'void', void_reason = $2 WHERE id = $1`, [id, nothing])).toBe('visits_void_reason');
      expect(await world.sql(`UPDATE visits SET remarks = 'x', correction_reason = $2 WHERE id = $1`, [id, nothing])).toBe(
        'visits_correction_reason',
      );
      const stranger = await world.city.send('POST', '/items/visits', {
        ...(await world.handedIn({ enterprise: await world.newEnterprise() })),
        inspectors_reason: nothing,
      });
      expect(
        stranger.errors.map(({ extensions }) => extensions.field),
        nothing,
      ).toEqual(['inspectors_reason']);
    }
  });
});

it('the reason for which a report is sent back is kept alike', async () => {
  const [county, period] = [countyId('370811'), '2026-09'];
  await test.database.query('DELETE FROM monthly_reports WHERE county = $1 AND period = $2', [county, period]).catch(() => undefined);
  await addReport(test, county, period, 'submitted');
  const { rows } = await test.database.query<{ id: string }>('SELECT id FROM monthly_reports WHERE county = $1 AND period = $2', [county, period]);
  const id = rows[0]!.id;
  const set = async (change: object): Promise<(string | undefined)[]> =>
    refusedBy(await world.city.send('PATCH', `/items/monthly_reports/${id}`, change));
  expect(await set({ return_reason: BACK })).toEqual(['report.return_reason.state']);
  expect(await set({ status: 'returned', return_reason: '.....' })).toEqual(['report.return_reason.short']);
  expect(await world.sql(`UPDATE monthly_reports SET status = 'returned', return_reason = '.....' WHERE id = $1`, [id])).toBe(
    'monthly_reports_return_reason',
  );
  expect(await set({ status: 'returned', return_reason: BACK })).toEqual([]);
  expect(await set({ status: 'returned', return_reason: OTHER })).toEqual(['report.return_reason.twice']);
  expect(await world.sql('UPDATE monthly_reports SET return_reason = $2 WHERE id = $1', [id, OTHER])).toBe('monthly_reports_return_reason_state');
  expect(await notes('report', id)).toEqual([BACK]);
});

it('a hazard is voided, sent back and corrected for a reason that says something', async () => {
  const id = await hazard();
  for (const nothing of NONE) {
    expect(await world.sql(`UPDATE hazards SET status = 'void', void_reason = $2 WHERE id = $1`, [id, nothing])).toBe('hazards_void_reason');
    expect(await world.sql(`UPDATE hazards SET title = '另一件事', correction_reason = $2 WHERE id = $1`, [id, nothing])).toBe(
      nothing.trim() === '' ? 'written' : 'hazards_correction_reason',
    );
  }
});

it('a reason is one for the core and for PostgreSQL alike', async () => {
  for (const text of [
    ...NONE,
    '',
    BACK,
    OTHER,
    '重复登记',
    '数字有误',
    '不对',
    '不合格',
    '测试测试',
    '1.2.3.4.5',
    '第3项',
    '重复登记，以另一份为准',
    '￥￥￥￥￥',
  ]) {
    const { rows } = await test.database.query<{ reason: boolean }>('SELECT zhudian_is_reason($1) AS reason', [text]);
    expect(rows[0]?.reason, text).toBe(isReason(text));
  }
});

describe('what a row cannot be without', () => {
  const told = async (method: 'POST' | 'PATCH', path: string, row: object, by = world.city): Promise<[string, string][]> =>
    (await by.send(method, path, row)).errors.map(({ message, extensions }) => [String(extensions.field), message]);

  it('is asked for at its field, with what to do, in visits, hazards and reports', async () => {
    const { visited_on: _, enterprise: __, ...bare } = world.visit();
    expect(await told('POST', '/items/visits', bare, world.inspector)).toEqual([
      ['enterprise', '请选择驻点企业'],
      ['visited_on', '请填写驻点日期'],
    ]);
    const { id } = done(await world.inspector.send<{ id: string }>('POST', '/items/visits', world.visit()));
    expect(await told('PATCH', `/items/visits/${id}`, { drills_urged: null }, world.inspector)).toEqual([
      ['drills_urged', '“督促开展应急演练（次）”不能留空；没有的请填 0'],
    ]);
    expect(await told('POST', '/items/visit_inspectors', { visit: id }, world.inspector)).toEqual([['inspector', '请选择驻点人员']]);
    expect(await told('POST', '/items/visits_photos', { visit: id }, world.inspector)).toEqual([['file', '请上传照片']]);
    const one = await hazard({}, world.inspector);
    expect(await told('PATCH', `/items/hazards/${one}`, { severity: null })).toEqual([
      ['severity', expect.stringContaining('重大事故隐患') as string],
    ]);
    expect(await told('PATCH', `/items/hazards/${one}`, { enterprise: null })).toEqual([['enterprise', '请选择企业']]);
    for (const row of [{ county: countyId('370811') }, { period: null, county: countyId('370811') }])
      expect((await told('POST', '/items/monthly_reports', row)).map(([field]) => field)).toEqual(['period']);
    const nobody = await told('POST', '/items/monthly_reports', { period: '2026-08' });
    expect(nobody).toEqual([['county', expect.stringContaining('请选择县') as string]]);
  });
});
