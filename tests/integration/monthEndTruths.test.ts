import { simpleParser } from 'mailparser';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { wordText } from '../../extensions/core/src/documents/wordText.ts';
import { countyId } from '../../scripts/provision/reference/counties.ts';
import type { Api } from '../support/Api.ts';
import { logins, type Caller } from '../support/logins.ts';
import { setClock } from '../support/setClock.ts';
import { useTestStack } from '../support/useTestStack.ts';
import { waitFor } from '../support/waitFor.ts';

const test = useTestStack();
let as: Readonly<Record<Caller, Api>>;

type Row = Record<string, unknown>;
interface Readiness {
  readonly faults: readonly { readonly field: string; readonly rule: string; readonly message: string }[];
  readonly gaps: { readonly enterprises: readonly { readonly name: string }[]; readonly visits: readonly unknown[] };
  readonly figures: { readonly month: Readonly<Record<string, number>>; readonly cumulative: Readonly<Record<string, number>> };
}
const RENCHENG = countyId('370811');
const PERIOD = '2026-10';
const CLOSED = '任城示例（东区）颜料有限公司';
const PLAN = { measures: '送检并更换到期的报警器', responsible_person: '设备科长', deadline: '2026-12-31' };

beforeAll(async () => {
  as = await logins(test);
  await test.database.query(`UPDATE counties SET date_created = '2023-09-05T00:00:00Z'`);
}, 600_000);
afterEach(async () => {
  await setClock(test, null);
});

async function one<T extends object = Row>(sql: string, values: unknown[] = []): Promise<T> {
  const { rows } = await test.database.query<T>(sql, values);
  if (!rows[0]) throw new Error(`no row: ${sql}`);
  return rows[0];
}
const report = async (): Promise<Row> => await one('SELECT * FROM monthly_reports WHERE county = $1 AND period = $2', [RENCHENG, PERIOD]);
const step = async (by: Api, id: string, change: Row) => (await by.send('PATCH', `/items/monthly_reports/${id}`, change)).errors;
const readiness = async (id: string): Promise<Readiness> => (await as.county.send<Readiness>('GET', `/zhudian/reports/${id}/readiness`)).data;
const faultOf = async (id: string, field: string): Promise<string> =>
  (await readiness(id)).faults
    .filter((fault) => fault.field === field)
    .map(({ message }) => message)
    .join('\n');

/** What an inspector finds and records by themselves. */
async function findHazard(place: string): Promise<void> {
  const { rows } = await test.database.query<{ id: string }>(
    `SELECT e.id FROM enterprises e JOIN teams t ON t.enterprise = e.id AND t.valid_to IS NULL JOIN team_members m ON m.team = t.id JOIN inspectors i ON i.id = m.inspector
       JOIN directus_users u ON u.id = i."user" WHERE u.email = 'inspector@zhudian.example.org' AND e.county = $1 AND e.status = 'active' ORDER BY e.id LIMIT 1`,
    [RENCHENG],
  );
  const { errors } = await as.inspector.send('POST', '/items/hazards', {
    enterprise: rows[0]?.id,
    title: `${place}可燃气体报警器失效`,
    description: `${place}两台可燃气体报警器校验标签已过期三个月`,
    place,
    ...PLAN,
  });
  expect(errors).toEqual([]);
}

describe('a month of a county, its inspector and the city, day by day', () => {
  let id = '';
  let drafted = 0;

  it('on the 12th the county begins; the draft denies nothing that nobody looked at', async () => {
    await setClock(test, '2026-10-12T09:00:00+08:00');
    await as.county.send('POST', '/zhudian/reports/begin', { county: RENCHENG, period: PERIOD });
    await waitFor('the draft', async () => (await test.database.query('SELECT FROM monthly_reports WHERE period = $1', [PERIOD])).rowCount === 1);
    const begun = await report();
    id = String(begun.id);
    drafted = Number(/排查发现隐患(\d+)项/.exec(String(begun.progress))?.[1]);
    expect(drafted).toBe((await readiness(id)).figures.month.hazards_found);
    for (const part of ['problems', 'practices']) expect(begun[part]).not.toBe('无');
  });

  it('later an inspector finds more: the readiness names each figure of the text that is another one now, and the report is refused', async () => {
    await setClock(test, '2026-10-13T10:00:00+08:00');
    // The county's officer puts it in their own words, and leaves the rest as it was drafted.
    const progress = String((await report()).progress).replace('排查发现隐患', '驻点人员会同企业共排查发现隐患');
    expect(await step(as.county, id, { progress, problems: '个别企业晨会台账缺失，已督促补齐' })).toEqual([]);
    await setClock(test, '2026-10-20T10:00:00+08:00');
    await findHazard('罐区东侧');
    await findHazard('装置区北侧');
    await setClock(test, '2026-10-28T10:00:00+08:00');
    const now = (await readiness(id)).figures;
    expect(now.month.hazards_found).toBe(drafted + 2);
    const told = await faultOf(id, 'progress');
    expect(told).toContain(`发现隐患（项）文字为${drafted}`);
    expect(told).toContain(`本月${drafted + 2}`);
    const refused = await step(as.county, id, { status: 'submitted' });
    expect(refused.map(({ extensions }) => extensions.rule)).toContain('report.progress.figures');
    // A sentence about one enterprise, or another month, states no figure of the county's month.
    expect(await step(as.county, id, { practices: '某某化工有限公司自查发现隐患1项、整改1项；9月份发现隐患999项，做法是每周逐项销号' })).toEqual([]);
    expect(await faultOf(id, 'practices')).toBe('');
  });

  it('brings up to date what no hand has touched, and the figures in what one has; the person’s own words stay', async () => {
    await setClock(test, '2026-10-28T11:00:00+08:00');
    expect((await as.auditor.send('POST', `/zhudian/reports/${id}/refresh`)).status).toBe(403);
    expect((await as.inspector.send('POST', `/zhudian/reports/${id}/refresh`)).status).not.toBe(200);
    expect((await as.county.send('POST', `/zhudian/reports/${id}/refresh`)).errors).toEqual([]);
    await waitFor('the fresh figures', async () => String((await report()).progress).includes(`共排查发现隐患${drafted + 2}项`));
    const fresh = await report();
    expect(fresh.problems).toBe('个别企业晨会台账缺失，已督促补齐');
    expect(await faultOf(id, 'progress')).toBe('');
  });

  it('“无” and its like are no text, wherever they stand; having looked and found nothing is', async () => {
    await setClock(test, '2026-10-28T14:00:00+08:00');
    for (const text of ['无', '暂无', '无。', '——', '没有', '本月没有经验做法']) {
      expect(await step(as.county, id, { practices: text, problems: text })).toEqual([]);
      const rules = (await step(as.county, id, { status: 'submitted' })).map(({ extensions }) => extensions.rule);
      expect(rules, text).toEqual(expect.arrayContaining(['report.practices.concrete', 'report.problems.concrete']));
      await expect(test.database.query(`UPDATE monthly_reports SET status = 'submitted' WHERE id = $1`, [id]), text).rejects.toThrow(
        /没有写出内容|报送前须填写/,
      );
    }
    expect(
      await step(as.county, id, {
        practices: '把任务清单与企业日周月排查结合，逐项销号',
        problems: '查阅本县各企业驻点记录和隐患台账，未发现需市级协调解决的问题',
      }),
    ).toEqual([]);
    expect([await faultOf(id, 'practices'), await faultOf(id, 'problems')]).toEqual(['', '']);
  });

  it('an explanation that leaves an enterprise out is refused at the field, and names it; whoever closed since the month had none as well', async () => {
    await setClock(test, '2026-10-28T15:00:00+08:00');
    const { data } = await as.county.send<{ id: string }>('POST', '/items/enterprises', { county: RENCHENG, name: CLOSED });
    // The panel writes the server's own moment.
    await test.database.query(`UPDATE enterprises SET date_created = '2026-10-01' WHERE id = $1`, [data.id]);
    // One more enterprise is a figure of the text as well.
    expect(await faultOf(id, 'progress')).toContain('企业（家）文字为');
    expect((await as.county.send('POST', `/zhudian/reports/${id}/refresh`)).errors).toEqual([]);
    await waitFor('the enterprises as they are', async () => (await faultOf(id, 'progress')) === '');
    const before = await readiness(id);
    const names = before.gaps.enterprises.map(({ name }) => name);
    expect(names).toContain(CLOSED);
    const all = `${names.join('、')}停产检修，下月复产后补驻；未提交的记录三日内提交`;
    const contact = (await one<{ id: string }>("SELECT id FROM contacts WHERE county = $1 AND status = 'active' LIMIT 1", [RENCHENG])).id;
    expect(await step(as.county, id, { contact, filled_on: '2026-10-28', gap_explanation: all.replace(CLOSED, '') })).toEqual([]);
    const refused = await step(as.county, id, { status: 'submitted' });
    expect(refused.map(({ extensions, message }) => [extensions.field, message.includes(CLOSED)])).toEqual([['gap_explanation', true]]);
    await expect(test.database.query(`UPDATE monthly_reports SET status = 'submitted' WHERE id = $1`, [id])).rejects.toThrow(new RegExp('东区'));
    // Brackets of the other width.
    expect(await step(as.county, id, { gap_explanation: all.replaceAll('（', '(').replaceAll('）', ')') })).toEqual([]);
    expect(await faultOf(id, 'gap_explanation')).toBe('');
    // Renamed after the explanation was written: the text names it all the same.
    expect((await as.county.send('PATCH', `/items/enterprises/${data.id}`, { name: '任城新名颜料有限公司' })).errors).toEqual([]);
    expect(await faultOf(id, 'gap_explanation')).toBe('');
    expect((await as.county.send('PATCH', `/items/enterprises/${data.id}`, { name: CLOSED })).errors).toEqual([]);
    // Closed in the month after: in October it was in service, and had no visit.
    await setClock(test, '2026-11-03T09:00:00+08:00');
    expect((await as.county.send('PATCH', `/items/enterprises/${data.id}`, { status: 'closed' })).errors).toEqual([]);
    expect((await readiness(id)).gaps.enterprises.map(({ name }) => name)).toContain(CLOSED);
    const november = await as.county.send<{ rows: { not_yet: { name: string }[] }[] }>('GET', '/zhudian/coverage?period=2026-11');
    expect(november.data.rows.flatMap(({ not_yet }) => not_yet.map(({ name }) => name))).not.toContain(CLOSED);
    const october = await as.county.send<{ rows: { not_yet: { name: string }[] }[] }>('GET', '/zhudian/coverage?period=2026-10');
    expect(october.data.rows.flatMap(({ not_yet }) => not_yet.map(({ name }) => name))).toContain(CLOSED);
  });

  it('on the 29th it goes in, and what it says is what the table says', async () => {
    await setClock(test, '2026-10-29T16:00:00+08:00');
    expect((await readiness(id)).faults).toEqual([]);
    expect(await step(as.county, id, { status: 'submitted' })).toEqual([]);
    const row = await report();
    expect(row).toMatchObject({ on_time: true, month_hazards_found: drafted + 2 });
    expect(String(row.progress)).toContain(`发现隐患${String(row.month_hazards_found)}项`);
  });

  it('a figure that is another one since is marked in annex 4, and told in the city’s compilation', async () => {
    await setClock(test, '2026-10-30T09:00:00+08:00');
    await findHazard('配电室');
    type Correction = { county: string; span: string; figure: string; reported: string; now: string; difference: string };
    const { data } = await as.city.send<Correction[]>('GET', `/zhudian/statistics/corrections?period=${PERIOD}`);
    const frozen = await report();
    expect(data).toContainEqual({
      county: RENCHENG,
      span: 'cumulative',
      figure: 'hazards_found',
      reported: String(frozen.hazards_found),
      now: String(Number(frozen.hazards_found) + 1),
      difference: '1',
    });
    expect(data).toContainEqual(
      expect.objectContaining({ county: RENCHENG, span: 'month', figure: 'hazards_found', reported: String(frozen.month_hazards_found) }),
    );
    expect(data.filter(({ county }) => county !== RENCHENG)).toEqual([]);
    expect((await as.inspector.send('GET', `/zhudian/statistics/corrections?period=${PERIOD}`)).status).toBe(403);
    expect((await as.city.send('POST', '/zhudian/reports/compile', { period: PERIOD })).errors).toEqual([]);
    const mail = await waitFor('the compilation', async () => {
      const parsed = await Promise.all(test.smtp.taken.map(({ raw }) => simpleParser(raw)));
      return parsed.find(({ subject = '' }) => subject.includes('汇总') && subject.includes('2026年10月')) ?? null;
    });
    const text = wordText(mail.attachments[0]?.content ?? Buffer.alloc(0));
    expect(text).toContain(`任城区报送后有更正：发现隐患（项）报送${String(frozen.hazards_found)}，现为${Number(frozen.hazards_found) + 1}（+1）`);
    expect(text).toContain('任城区※');
    expect(text).toContain(`\t${String(frozen.hazards_found)}\t`);
  });

  it('sent back after the deadline and handed in again later, it was in time at first, and that is shown', async () => {
    type Board = { rows: { county: { id: string }; report: { status: string; on_time: boolean | null; submission: number } | null }[] };
    const board = async () =>
      (await as.city.send<Board>('GET', `/zhudian/reports/board?period=${PERIOD}`)).data.rows.find(({ county }) => county.id === RENCHENG)?.report;
    type Due = { rows: { county: { id: string }; reported: boolean; on_time: boolean | null }[] };
    const due = async () =>
      (await as.city.send<Due>('GET', `/zhudian/deadlines?period=${PERIOD}`)).data.rows.find(({ county }) => county.id === RENCHENG);
    await setClock(test, '2026-11-02T09:00:00+08:00');
    expect(await step(as.city, id, { status: 'returned', return_reason: '请补充配电室隐患的整改安排' })).toEqual([]);
    expect(await board()).toMatchObject({ status: 'returned', on_time: true, submission: 1 });
    expect(await due()).toMatchObject({ reported: false, on_time: true });
    await setClock(test, '2026-11-05T09:00:00+08:00');
    // The figures of the text are of the days before.
    expect(await faultOf(id, 'progress')).toContain('发现隐患（项）文字为');
    await as.county.send('POST', `/zhudian/reports/${id}/refresh`);
    await waitFor('the fresh figures', async () => String((await report()).progress).includes(`共排查发现隐患${drafted + 3}项`));
    const gaps = (await readiness(id)).gaps.enterprises.map(({ name }) => name).join('、');
    expect(await step(as.county, id, { gap_explanation: `${gaps}停产检修，复产后补驻；未提交的记录三日内提交`, status: 'submitted' })).toEqual([]);
    expect(await report()).toMatchObject({ on_time: true, submission: 2 });
    expect(await board()).toMatchObject({ status: 'submitted', on_time: true, submission: 2 });
    const mail = await waitFor('the mail of the second time', async () => {
      const parsed = await Promise.all(test.smtp.taken.map(({ raw }) => simpleParser(raw)));
      return parsed.find(({ subject = '' }) => subject.includes('第2次报送')) ?? null;
    });
    expect(mail.subject).toContain('首次报送按时');
  });
});
