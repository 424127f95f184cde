import { simpleParser, type ParsedMail } from 'mailparser';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { FIGURES } from '../../extensions/core/src/reports/figures.ts';
import { wordText } from '../../extensions/core/src/documents/wordText.ts';
import { countyId } from '../../scripts/provision/reference/counties.ts';
import type { Api } from '../support/Api.ts';
import { logins, type Caller } from '../support/logins.ts';
import { explainGaps } from '../support/explainGaps.ts';
import { NARRATIVE } from '../support/narrative.ts';
import { setClock } from '../support/setClock.ts';
import { statisticsRows } from '../support/statistics/rows.ts';
import { plainRecount } from '../support/statistics/plainRecount.ts';
import { useTestStack } from '../support/useTestStack.ts';
import { waitFor } from '../support/waitFor.ts';

const test = useTestStack();
let as: Readonly<Record<Caller, Api>>;

beforeAll(async () => {
  as = await logins(test);
  await test.database.query(`UPDATE counties SET date_created = '2023-09-05T00:00:00Z'`);
}, 600_000);
afterEach(async () => {
  await setClock(test, null);
});

type Row = Record<string, unknown>;
const RENCHENG = countyId('370811');
const KEYS = Object.keys(FIGURES);
const words = NARRATIVE;

async function one<T extends object = Row>(sql: string, values: unknown[] = []): Promise<T> {
  const { rows } = await test.database.query<T>(sql, values);
  if (!rows[0]) throw new Error(`no row: ${sql}`);
  return rows[0];
}
const contactOf = async (county: string): Promise<string> =>
  (await one<{ id: string }>("SELECT id FROM contacts WHERE county = $1 AND status = 'active' ORDER BY id LIMIT 1", [county])).id;

/** A county's report of a month, ready to be handed in. */
async function begun(period: string, by: Api = as.county, county = RENCHENG): Promise<string> {
  const { data, errors } = await by.send<{ id: string }>('POST', '/items/monthly_reports', {
    county,
    period,
    ...words,
    contact: await contactOf(county),
    filled_on: `${period}-20`,
    gap_explanation: await explainGaps(test, county, period),
  });
  expect(errors).toEqual([]);
  return data.id;
}
const step = async (by: Api, id: string, change: Row): Promise<readonly string[]> =>
  (await by.send('PATCH', `/items/monthly_reports/${id}`, change)).errors.map(({ message }) => message);
const report = async (id: string): Promise<Row> => await one('SELECT *, on_time, submission FROM monthly_reports WHERE id = $1', [id]);

/** The cumulative figures of a county at a month's end. */
const recount = async (county: string, period: string): Promise<Record<string, number>> =>
  Object.fromEntries(Object.entries(await plainRecount(test.database, county, '2023-08', period)).map(([key, value]) => [key, Number(value)]));
const frozen = (row: Row): Record<string, number> => Object.fromEntries(KEYS.map((key) => [key, Number(row[key])]));

/** The mails whose subject has the words, as the relay took them. */
async function mails(...wanted: string[]): Promise<ParsedMail[]> {
  const parsed = await Promise.all(test.smtp.taken.map(({ raw }) => simpleParser(raw)));
  return parsed.filter(({ subject = '' }) => wanted.every((word) => subject.includes(word)));
}

describe('handing a report in', () => {
  it('is refused while something is missing, all of it told at its field, and nothing is written', async () => {
    await test.database.query(`UPDATE enterprises SET date_created = '2025-01-31T15:00:00Z' WHERE county = $1`, [RENCHENG]);
    const made = await as.county.send<{ id: string }>('POST', '/items/monthly_reports', { period: '2025-01', progress: '已整改' });
    expect(made.errors).toEqual([]);
    const { status, errors } = await as.county.send('PATCH', `/items/monthly_reports/${made.data.id}`, { status: 'submitted' });
    expect(status).toBe(400);
    expect(errors.map(({ extensions }) => extensions.field)).toEqual(
      expect.arrayContaining(['progress', 'problems', 'practices', 'contact', 'filled_on', 'gap_explanation']),
    );
    expect(await report(made.data.id)).toMatchObject({ status: 'draft', submitted_at: null, hazards_found: null });
    const foreign = await as.city.send('PATCH', `/items/monthly_reports/${made.data.id}`, { contact: await contactOf(countyId('370883')) });
    expect(foreign.errors.map(({ extensions }) => extensions.rule)).toEqual(['report.contact.own']);
    const readiness = await as.county.send<{ faults: { field: string }[] }>('GET', `/zhudian/reports/${made.data.id}/readiness`);
    expect(readiness.data.faults.map(({ field }) => field).sort()).toEqual(errors.map(({ extensions }) => extensions.field).sort());
  });

  it('is refused by PostgreSQL as well, whoever comes with SQL', async () => {
    const { id } = await one<{ id: string }>("SELECT id FROM monthly_reports WHERE period = '2025-01' AND county = $1", [RENCHENG]);
    await expect(test.database.query("UPDATE monthly_reports SET status = 'submitted' WHERE id = $1", [id])).rejects.toThrow(/报送前须填写/);
  });

  it('freezes the figures as a recount has them; they stand against every door until the city sends the report back', async () => {
    const id = await begun('2026-09');
    expect(await step(as.county, id, { status: 'submitted' })).toEqual([]);
    const row = await report(id);
    expect(frozen(row)).toEqual(await recount(RENCHENG, '2026-09'));
    const before = await recount(RENCHENG, '2026-08');
    expect(Number(row.month_city_person_visits)).toBe(frozen(row).city_person_visits! - before.city_person_visits!);
    expect(row).toMatchObject({ submission: 1, on_time: false });
    await expect(test.database.query('UPDATE monthly_reports SET hazards_found = 9999 WHERE id = $1', [id])).rejects.toThrow();
    await expect(test.database.query('UPDATE monthly_reports SET on_time = true WHERE id = $1', [id])).rejects.toThrow(/由系统填写，不能改动/);
    expect(await step(as.county, id, { progress: '改一改' })).not.toEqual([]);
  });

  it('in time is in time, and stays so when it comes back from the city and goes in again late', async () => {
    const id = await begun('2026-10');
    await setClock(test, '2026-10-30T17:29:00+08:00');
    expect(await step(as.county, id, { status: 'submitted' })).toEqual([]);
    expect(await report(id)).toMatchObject({ on_time: true, due_at: new Date('2026-10-30T17:30:00+08:00') });
    expect(await step(as.county, id, { status: 'returned', return_reason: '问题困难请写明企业' })).not.toEqual([]);
    expect(await step(as.city, id, { status: 'returned', return_reason: '问题困难部分请写明具体企业' })).toEqual([]);
    await setClock(test, '2026-11-02T09:00:00+08:00');
    expect(await step(as.county, id, { problems: '个别企业晨会台账缺失', status: 'submitted' })).toEqual([]);
    expect(await report(id)).toMatchObject({ on_time: true, submission: 2, problems: '个别企业晨会台账缺失' });
  });

  it('after the deadline is late and not refused; February is due on its last day', async () => {
    const id = await begun('2025-02');
    await setClock(test, '2025-02-28T17:30:01+08:00');
    expect(await step(as.county, id, { status: 'submitted' })).toEqual([]);
    expect(await report(id)).toMatchObject({ on_time: false, due_at: new Date('2025-02-28T17:30:00+08:00') });
  });

  it('is in time by a deadline that was moved after it went in', async () => {
    const { rows } = await test.database.query<{ id: string; period: string; submitted_at: Date }>(
      `SELECT id, period, submitted_at FROM monthly_reports WHERE submission = 1 AND NOT on_time LIMIT 1`,
    );
    const { id, period, submitted_at } = rows[0]!;
    const due = new Date(submitted_at.getTime() + 3_600_000);
    await test.database.query('INSERT INTO report_periods (id, period, due_at) VALUES (gen_random_uuid(), $1, $2)', [period, due]);
    expect(await report(id)).toMatchObject({ on_time: true, due_at: due });
    const gone = test.database.query('DELETE FROM report_periods WHERE period = $1', [period]);
    await expect(gone).rejects.toMatchObject({ constraint: 'report_periods_used' });
    const back = new Date(submitted_at.getTime() - 3_600_000);
    await test.database.query('UPDATE report_periods SET due_at = $2 WHERE period = $1', [period, back]);
    expect(await report(id)).toMatchObject({ on_time: false, due_at: back });
    await expect(test.database.query('UPDATE monthly_reports SET due_at = now() WHERE id = $1', [id])).rejects.toThrow(/由系统填写/);
  });

  it('tells in the next report what was corrected since, and by how much', async () => {
    const county = countyId('370826');
    const { newEnterprise, newVisit } = statisticsRows(test, county);
    const visit = await newVisit(test.database, await newEnterprise(), '2026-09-15');
    const earlier = await begun('2026-09', as.city, county);
    expect(await step(as.city, earlier, { status: 'submitted' })).toEqual([]);
    const corrected = { rules_improved: 4, correction_reason: '核对台账后补记三条制度' };
    expect((await as.city.send('PATCH', `/items/visits/${visit}`, corrected)).errors).toEqual([]);
    const before = frozen(await report(earlier)).rules_improved ?? 0;
    expect((await recount(county, '2026-09')).rules_improved).toBe(before + 3);
    const later = await begun('2026-10', as.city, county);
    const readiness = await as.city.send<{ changes: Row[] }>('GET', `/zhudian/reports/${later}/readiness`);
    expect(readiness.data.changes).toMatchObject([{ period: '2026-09', figure: 'rules_improved', difference: '3' }]);
    expect(await step(as.city, later, { status: 'submitted' })).toEqual([]);
    expect((await report(later)).changes).toMatchObject([{ figure: 'rules_improved', difference: '3' }]);
    expect(frozen(await report(later))).toEqual(await recount(county, '2026-10'));
  });
});

describe('the readiness and the board', () => {
  it('are for whoever may see the report: own county, city, auditor; never an inspector, a stranger or another county', async () => {
    const mine = await one<{ id: string }>("SELECT id FROM monthly_reports WHERE county = $1 AND period = '2026-09'", [RENCHENG]);
    const foreign = await begun('2026-09', as.city, countyId('370812'));
    const status = async (who: Caller, id: string): Promise<number> => (await as[who].send('GET', `/zhudian/reports/${id}/readiness`)).status;
    expect(await status('county', mine.id)).toBe(200);
    expect(await status('auditor', mine.id)).toBe(200);
    for (const [who, id] of [
      ['county', foreign],
      ['inspector', mine.id],
      ['stranger', mine.id],
    ] as const) {
      expect(await status(who, id)).not.toBe(200);
    }
    const board = await as.county.send<{ rows: { county: { id: string } }[]; compilations: unknown }>('GET', '/zhudian/reports/board?period=2026-09');
    expect(board.data.rows.map(({ county }) => county.id)).toEqual([RENCHENG]);
    expect(board.data.compilations).toBeNull();
    expect((await as.inspector.send('GET', '/zhudian/reports/board')).status).toBe(403);
    expect((await as.county.send('POST', '/zhudian/reports/compile', { period: '2026-09' })).status).toBe(403);
    const city = await as.city.send<{ rates: { period: string; expected: number; received: number; on_time: number }[] }>(
      'GET',
      '/zhudian/reports/board?period=2026-09',
    );
    expect(city.data.rates[0]).toEqual({ period: '2026-09', expected: 14, received: 2, on_time: 0 });
    // Whoever came later had nothing to hand in.
    type Earlier = { rates: unknown[]; rows: { expected: boolean }[] };
    const earlier = await as.city.send<Earlier>('GET', '/zhudian/reports/board?period=2023-08');
    expect([earlier.data.rates, earlier.data.rows.filter(({ expected }) => expected)]).toEqual([[], []]);
  });
});

describe('the month’s end, in n8n', () => {
  it('a report that is handed in is mailed to the city once, with its document and workbook, and they are filed at it', async () => {
    const id = await begun('2026-03');
    expect(await step(as.county, id, { status: 'submitted' })).toEqual([]);
    await waitFor('the documents are filed', async () => {
      const { docx, xlsx } = await report(id);
      return docx && xlsx ? true : null;
    });
    const [mail, ...more] = await waitFor('the mail is there', async () => {
      const found = await mails('任城区', '2026年3月');
      return found.length > 0 ? found : null;
    });
    expect(more).toEqual([]);
    expect(mail?.attachments.map(({ filename }) => filename?.replace(/-.*(?=\.)/, ''))).toEqual([
      '县级月调度报告.docx',
      '驻点监督工作情况统计表.xlsx',
    ]);
    const text = wordText(mail?.attachments[0]?.content ?? Buffer.alloc(0));
    expect(text).toContain(words.progress);
    expect(text).toContain(String((await report(id)).hazards_found));
    expect(text).not.toMatch(/[{}]|undefined|null/);
    expect((await as.county.download(`/assets/${String((await report(id)).xlsx)}`)).subarray(0, 2).toString()).toBe('PK');
  });

  it('a returned report is told to the county with the reason', async () => {
    const { id } = await one<{ id: string }>("SELECT id FROM monthly_reports WHERE county = $1 AND period = '2026-03'", [RENCHENG]);
    expect(await step(as.city, id, { status: 'returned', return_reason: '经验做法部分请补充 <b>具体企业</b>' })).toEqual([]);
    const [mail] = await waitFor('the mail is there', async () => {
      const found = await mails('退回', '2026年3月');
      return found.length > 0 ? found : null;
    });
    expect(mail?.text).toContain('经验做法部分请补充 <b>具体企业</b>');
    expect(mail?.html).toContain('&lt;b&gt;');
  });

  it('drafts are made for the counties that have not begun, some days before the deadline, and never over a person’s words', async () => {
    const own = await begun('2026-04');
    await setClock(test, '2026-04-26T09:00:00+08:00');
    await test.database.query('SELECT zhudian_turn_reports()');
    await test.database.query('SELECT zhudian_turn_reports()');
    await waitFor('fourteen reports', async () =>
      Number((await one<{ n: string }>("SELECT count(*) AS n FROM monthly_reports WHERE period = '2026-04'")).n) === 14 ? true : null,
    );
    expect(await report(own)).toMatchObject({ status: 'draft', progress: words.progress });
    const other = await one("SELECT progress, problems, practices, contact FROM monthly_reports WHERE period = '2026-04' AND county = $1", [
      countyId('370812'),
    ]);
    expect(String(other.progress)).toMatch(/^2026年4月，兖州区共有非危化品化工生产企业\d+家，已驻点\d+家/);
    expect(String(other.progress)).not.toMatch(/undefined|null|NaN/);
    expect(other.contact).not.toBeNull();
  });

  it('a county that begins before that has its draft at once, and reads it as a document', async () => {
    const wanted = { county: RENCHENG, period: '2026-05' };
    await setClock(test, '2026-05-12T09:00:00+08:00');
    const begin = async (by: Api, of = wanted): Promise<{ status: number; data: unknown }> => await by.send('POST', '/zhudian/reports/begin', of);
    for (const caller of ['inspector', 'auditor', 'stranger'] as const) expect((await begin(as[caller])).status).toBe(403);
    expect((await begin(as.county, { ...wanted, county: countyId('370812') })).status).toBe(403);
    expect((await begin(as.county)).data).toEqual({ report: null });
    const { id } = await waitFor('the draft', async () => {
      const { rows } = await test.database.query<{ id: string }>('SELECT id FROM monthly_reports WHERE period = $1', [wanted.period]);
      return rows[0] ?? null;
    });
    expect((await begin(as.county)).data).toEqual({ report: id });
    const draft = await report(id);
    expect(draft).toMatchObject({ status: 'draft', contact: expect.any(String) as string });
    expect(String(draft.progress)).toMatch(/^2026年5月，任城区共有非危化品化工生产企业\d+家/);

    const asked = await as.county.send<{ id: string }>('POST', '/zhudian/documents/request', { kind: 'county_report', id });
    const made = await waitFor('the document', async () => {
      const row = await one<{ status: string; title: string; error: string | null; file: string }>(
        'SELECT status, title, error, file FROM documents WHERE id = $1',
        [asked.data.id],
      );
      return row.status === 'requested' ? null : row;
    });
    expect(made).toMatchObject({ status: 'ready', error: null, title: '县级月调度报告（未报送）-任城区-2026-05' });
    const text = wordText(await as.county.download(`/assets/${made.file}`));
    expect(text).toContain(String(draft.progress).slice(0, 30));
    const { county_person_visits: people } = await recount(RENCHENG, '2026-05');
    expect(text).toContain(`\t${people ?? '?'}\t`);
  });

  it('the city’s compilation is made at the deadline with n8n down at it, once; again when a late one comes, and not for the same reports', async () => {
    const period = '2026-04';
    await test.stack.n8n.stop();
    const own = await one<{ id: string }>('SELECT id FROM monthly_reports WHERE period = $1 AND county = $2', [period, RENCHENG]);
    await setClock(test, '2026-04-30T10:00:00+08:00');
    expect(await step(as.county, own.id, { status: 'submitted' })).toEqual([]);
    await setClock(test, '2026-04-30T17:31:00+08:00');
    await test.database.query('SELECT zhudian_turn_reports()');
    await test.database.query('SELECT zhudian_turn_reports()');
    await test.stack.n8n.start();
    const versions = async (): Promise<string[]> =>
      (
        await test.database.query<{ title: string }>(
          "SELECT DISTINCT title FROM documents WHERE kind = 'city_report' AND period = $1 AND status = 'ready' ORDER BY title",
          [period],
        )
      ).rows.map(({ title }) => title);
    await waitFor('the first version', async () => ((await versions()).length === 1 ? true : null), 120);
    const [first] = await waitFor('its mail', async () => {
      const found = await mails('汇总', '2026年4月', '第1版');
      return found.length > 0 ? found : null;
    });
    expect(first?.subject).toContain('应报14，已报1');
    expect(wordText(first?.attachments[0]?.content ?? Buffer.alloc(0))).toContain('兖州区');

    const late = await one<{ id: string }>('SELECT id FROM monthly_reports WHERE period = $1 AND county = $2', [period, countyId('370812')]);
    const filled = {
      ...words,
      filled_on: '2026-04-30',
      gap_explanation: await explainGaps(test, countyId('370812'), period),
      contact: await contactOf(countyId('370812')),
      status: 'submitted',
    };
    expect(await step(as.city, late.id, filled)).toEqual([]);
    await waitFor('the second version', async () => ((await versions()).length === 2 ? true : null));
    expect(await step(as.city, late.id, { status: 'accepted' })).toEqual([]);
    expect((await as.city.send('POST', '/zhudian/reports/compile', { period })).errors).toEqual([]);
    await waitFor('no event is open', async () =>
      Number((await one<{ n: string }>("SELECT count(*) AS n FROM outbox WHERE topic = 'period.changed' AND done_at IS NULL")).n) === 0 ? true : null,
    );
    expect(await versions()).toHaveLength(2);
    expect(await mails('汇总', '2026年4月')).toHaveLength(2);
    const total = await one<{ n: string }>(
      "SELECT sum(hazards_found) AS n FROM monthly_reports WHERE period = $1 AND status IN ('submitted', 'accepted')",
      [period],
    );
    const [second] = await mails('汇总', '2026年4月', '第2版');
    const compiled = wordText(second?.attachments[0]?.content ?? Buffer.alloc(0));
    expect(compiled).toContain(total.n);
    // Why a county's enterprises were not visited is read by the city as well.
    expect(filled.gap_explanation).not.toBeNull();
    expect(compiled).toContain(`兖州区未驻点及未提交情况说明：${filled.gap_explanation}`);
  }, 300_000);
});

it('the notice’s own month: 2023-10 is due on 26 September 2023, counts from August with the opening balance, and compiles without the two that are missing', async () => {
  await test.database.query(
    `INSERT INTO report_periods (id, period, due_at, note) VALUES (gen_random_uuid(), '2023-10', '2023-09-26T17:30:00+08:00', '通知：10月份报送时间为9月26日下班前')
     ON CONFLICT (period) DO UPDATE SET due_at = excluded.due_at`,
  );
  await setClock(test, '2023-09-25T10:00:00+08:00');
  const { rows: counties } = await test.database.query<{ id: string; name: string }>(
    "SELECT id, name FROM counties WHERE status = 'active' ORDER BY sort, code",
  );
  await test.database.query(
    `INSERT INTO opening_balances (id, county, as_of, city_person_visits, county_person_visits, city_enterprise_visits, county_enterprise_visits, reward_amount_wan, hazards_found, hazards_rectified)
     VALUES (gen_random_uuid(), $1, '2023-09-20', 12, 20, 6, 10, 1.5, 30, 28)`,
    [counties[0]?.id],
  );
  for (const { id: county } of counties.slice(0, 12)) {
    const id = await begunAt('2023-10', county, '2023-09-25');
    expect(await step(as.city, id, { status: 'submitted' })).toEqual([]);
  }
  const first = await one('SELECT * FROM monthly_reports WHERE period = $1 AND county = $2', ['2023-10', counties[0]?.id]);
  expect(first).toMatchObject({ on_time: true, city_person_visits: 12, hazards_found: 30, hazards_rectified: 28 });
  expect(Number(first.reward_amount_wan)).toBe(1.5);
  await setClock(test, '2023-09-26T17:30:01+08:00');
  await test.database.query('SELECT zhudian_turn_reports()');
  const [mail] = await waitFor(
    'the compilation',
    async () => {
      const found = await mails('汇总', '2023年10月');
      return found.length > 0 ? found : null;
    },
    120,
  );
  expect(mail?.subject).toContain('应报14，已报12');
  const text = wordText(mail?.attachments[0]?.content ?? Buffer.alloc(0));
  for (const { name } of counties.slice(12)) expect(text).toContain(name);
  expect(text).toContain('2023年8月');
}, 300_000);

async function begunAt(period: string, county: string, filled_on: string): Promise<string> {
  const { data, errors } = await as.city.send<{ id: string }>('POST', '/items/monthly_reports', {
    county,
    period,
    ...words,
    contact: await anyContact(county),
    filled_on,
    gap_explanation: await explainGaps(test, county, period),
  });
  expect(errors).toEqual([]);
  return data.id;
}
/** The demo leaves a county without one. */
async function anyContact(county: string): Promise<string> {
  const { rows } = await test.database.query<{ id: string }>("SELECT id FROM contacts WHERE county = $1 AND status = 'active' ORDER BY id LIMIT 1", [
    county,
  ]);
  if (rows[0]) return rows[0].id;
  const { data } = await as.city.send<{ id: string }>('POST', '/items/contacts', {
    county,
    name: '钱示例',
    position: '安全科',
    phone: '0537-0000199',
  });
  return data.id;
}
