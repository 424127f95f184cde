import { expect } from 'vitest';
import { wordText } from '../../extensions/core/src/documents/wordText.ts';
import { countyId } from '../../scripts/provision/reference/counties.ts';
import { roles } from '../../schema/roles.ts';
import { done } from '../support/answers.ts';
import { Api } from '../support/Api.ts';
import { awaitMail } from '../support/journey/awaitMail.ts';
import { everyMorning } from '../support/journey/everyMorning.ts';
import { fillForm } from '../support/journey/fillForm.ts';
import { giveLogin } from '../support/journey/giveLogin.ts';
import { goTo } from '../support/journey/goTo.ts';
import { inOrder } from '../support/journey/inOrder.ts';
import { keepLook } from '../support/journey/keepLook.ts';
import { mails } from '../support/journey/mails.ts';
import { nextMonth, type ComingMonth } from '../support/journey/nextMonth.ts';
import { pages } from '../support/journey/pages.ts';
import { passTime } from '../support/journey/passTime.ts';
import { passUntil } from '../support/journey/passUntil.ts';
import type { Person } from '../support/journey/Person.ts';
import { saveForm } from '../support/journey/saveForm.ts';
import { showMail } from '../support/journey/showMail.ts';
import { useJourney } from '../support/journey/useJourney.ts';
import { VisitOnPhone } from '../support/journey/VisitOnPhone.ts';
import { visitByApi } from '../support/journey/visitByApi.ts';
import { newLogin } from '../support/newLogin.ts';
import { waitFor } from '../support/waitFor.ts';

/** A month of 任城区 and of the city: visits, reminders, the report, its return, the compilation, and a correction afterwards. */
const journey = useJourney();
const step = inOrder();

const OWN = countyId('370811');
const LATE = countyId('370812');
const LAST = countyId('370826');
type Row = Record<string, unknown>;

let month: ComingMonth;
let city: Person;
let county: Person;
let inspector: Person;
/** The enterprises of 任城区 in service, the inspector's own first. */
let enterprises: { id: string; name: string }[];
/** The ways in of the inspectors, by enterprise. */
const inspectors = new Map<string, Api>();
let corrected: string;
/** Where 任城区's report of the month is. */
let form: string;
const explained = (names: readonly string[]): string => names.map((name) => `${name}因停产检修未驻点，下月5日复产当日补驻`).join('；');

const url = (): string => journey.stack.config.urls.directus;
const reportOf = async (which: string, period: string): Promise<Row> => {
  const { rows } = await journey.database.query<Row>('SELECT *, due_at::text FROM monthly_reports WHERE county = $1 AND period = $2', [
    which,
    period,
  ]);
  return rows[0] ?? {};
};
const boardRow = (code: string) => city.page.locator(`tr[data-county="${code}"]`);
const looksWhole = async ({ page, faults }: Person): Promise<void> => {
  expect(await page.locator('body').innerText()).not.toMatch(/NaN|undefined|\$t:|zd_/);
  expect(faults).toEqual([]);
};
/** Hands in the report that is open, as it stands. */
async function handIn({ page }: Person): Promise<string> {
  await fillForm(page, { status: { choice: '已报送' } });
  return (await saveForm(page)).refused;
}

step('three counties, and whoever works in 任城区, each with a log-in', async () => {
  month = await nextMonth(journey);
  // A city of three counties: whoever is not asked for a report waits for nobody's.
  const { rows: others } = await journey.database.query<{ id: string }>('SELECT id FROM counties WHERE id <> ALL($1)', [[OWN, LATE, LAST]]);
  done(await journey.admin.send('PATCH', '/items/counties', { keys: others.map(({ id }) => id), data: { status: 'inactive' } }));
  const { rows } = await journey.database.query<{ id: string; name: string; own: boolean; lead: string }>(
    `SELECT e.id, e.name, bool_or(coalesce(u.email LIKE 'inspector@%', false)) AS own, (array_agg(i.id ORDER BY i.level DESC, i.name))[1] AS lead
     FROM enterprises e JOIN teams t ON t.enterprise = e.id AND t.valid_to IS NULL JOIN team_members m ON m.team = t.id JOIN inspectors i ON i.id = m.inspector
       LEFT JOIN directus_users u ON u.id = i."user" WHERE e.county = $1 AND e.status = 'active' GROUP BY e.id ORDER BY own DESC, e.name`,
    [OWN],
  );
  enterprises = rows;
  expect(enterprises.length).toBeGreaterThan(3);
  expect(rows[0]?.own).toBe(true);
  await passUntil(journey, `${month.day(3)}T09:00:00+08:00`);
  [city, county, inspector] = [await journey.enter('city'), await journey.enter('county'), await journey.enter('inspector')];
  const known = new Map<string, Api>();
  for (const { id, own, lead } of rows) {
    if (own) inspectors.set(id, inspector.api);
    else if (!known.has(lead)) {
      const { email, password } = await giveLogin(journey, lead);
      known.set(lead, await Api.login(url(), email, password));
    }
    inspectors.set(id, inspectors.get(id) ?? known.get(lead)!);
  }
});

step('a visit on the phone finds a general hazard; the others work from their own log-ins; two enterprises are left', async () => {
  const [first, second, third] = enterprises;
  const visit = await VisitOnPhone.begin(inspector, first!.name);
  const { page } = visit;
  await page.getByRole('button', { name: '到达' }).click();
  await visit.item(3).getByRole('radio', { name: '未落实', exact: true }).check();
  await visit.item(3).getByLabel('存在问题描述（问题要具体化） *').fill('二车间动火作业票未经安全员签字，现场无人监护');
  await visit.item(3).getByLabel('整改建议 *').fill('立即停止动火，补办作业票并安排专人监护');
  await visit.item(3).getByRole('button', { name: '转为隐患' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('隐患名称 *').fill('动火作业票未签字');
  await dialog.getByLabel('整改措施').fill('补办作业票，安排专人监护');
  await dialog.getByLabel('整改责任人').fill('安全科 周科长');
  await dialog.getByLabel('整改时限').fill(month.day(10));
  await dialog.getByRole('button', { name: '确定' }).click();
  await page.getByRole('button', { name: '指导完善规章制度（条） 加一' }).click();
  await page.getByRole('button', { name: '督促召开“晨会”（次） 加一' }).click();
  await page.getByLabel('驻点监督任务开展情况 *').fill('上午查看作业票和台账，现场监督动火作业，与车间主任交换意见');
  await page.getByLabel('经验做法（值得推广的，写入月报）').fill('班组长每日晨会对照任务清单复述当日高风险作业');
  await visit.synced();
  await passTime(journey, { hours: 3 });
  await page.getByRole('button', { name: '离开' }).click();
  await visit.handIn();
  await keepLook(page, 'month-phone-handed-in');

  await passUntil(journey, `${month.day(8)}T18:00:00+08:00`);
  corrected = await visitByApi(inspectors.get(second!.id)!, second!.id, month.day(8), { rules_improved: 2, responsibility_lists_checked: 12 });
  await visitByApi(inspectors.get(third!.id)!, third!.id, month.day(7), { drills_urged: 1, reward_amount_wan: '0.35' });
  const { rows } = await journey.database.query<{ id: string }>(`SELECT id FROM hazards WHERE visit = $1 AND severity = 'general'`, [visit.id]);
  await passUntil(journey, `${month.day(9)}T16:00:00+08:00`);
  const rectified = { status: 'rectified', rectified_on: month.day(9), rectification: '已补办作业票，监护人持证到岗' };
  done(await county.api.send('PATCH', `/items/hazards/${rows[0]!.id}`, rectified));
});

step('before the month ends the teams and then the county are reminded of the two by name', async () => {
  const left = enterprises.slice(3);
  await everyMorning(
    journey,
    month.days.filter((day) => day >= month.day(12) && day <= month.fromDue(-5)),
  );
  // From the middle of the month: on its first working days the month before is still asked about.
  const reminders = (await mails(journey)).filter(({ key }) => key.startsWith('reminders:') && (key.split(':')[1] ?? '') >= month.day(15));
  for (const { id, name } of left) {
    const told = reminders.filter(({ html }) => html.includes(`/admin/content/enterprises/${id}`));
    expect(told.map(({ text }) => text.includes(name))).not.toContain(false);
    const people = new Set(told.flatMap(({ to }) => to));
    const { rows } = await journey.database.query<{ email: string }>(
      `SELECT i.email FROM teams t JOIN team_members m ON m.team = t.id JOIN inspectors i ON i.id = m.inspector WHERE t.enterprise = $1 AND t.valid_to IS NULL`,
      [id],
    );
    for (const { email } of rows) expect([...people]).toContain(email);
    // The county's contact comes in five working days before the end.
    expect([...people]).toContain('contact1@county.example');
  }
  for (const { id } of enterprises.slice(0, 3)) {
    expect(reminders.filter(({ html }) => html.includes(`/admin/content/enterprises/${id}`)).map(({ to, text }) => ({ to, text }))).toEqual([]);
  }
  const mail = reminders.findLast(({ to }) => to.includes('contact1@county.example'))!;
  expect(mail.subject).toContain('驻点提醒');
  await showMail(county, mail, 'month-reminder');
});

step('the county begins its report: the draft says what was done until then, and a visit that comes later moves the figures', async () => {
  await goTo(county.page, `zhudian/month-end?period=${month.period}`);
  const begin = county.page.getByRole('button', { name: '开始填报' });
  const opened = county.page.getByRole('link', { name: '打开' });
  await begin.or(opened).first().click();
  await county.page.waitForURL(/monthly_reports\/[0-9a-f-]{36}/, { timeout: 180_000 });
  form = county.page.url().split('/admin/')[1]!;
  const draft = await waitFor('the draft', async () => ((await reportOf(OWN, month.period)).progress ? await reportOf(OWN, month.period) : null));
  expect(String(draft.progress)).toContain(`企业${enterprises.length}家，已驻点3家`);
  expect(String(draft.progress)).toContain('指导完善规章制度3条');
  expect(String(draft.progress)).toMatch(/发现隐患1项，已整改1项/);
  expect(String(draft.practices)).toContain('班组长每日晨会');
  await keepLook(county.page, 'month-draft');

  await passUntil(journey, `${month.fromDue(-3)}T18:00:00+08:00`);
  const fourth = enterprises[3]!;
  await visitByApi(inspectors.get(fourth.id)!, fourth.id, month.fromDue(-3), { rules_improved: 4 });
  await passUntil(journey, `${month.fromDue(-2)}T10:00:00+08:00`);
  await goTo(county.page, form);
  await county.page.getByText(/报送前还有 \d+ 处要补充/).waitFor();
  // The words say 3, the table says 7.
  const told = county.page.locator('.faults');
  await told.getByText(/工作进展中的数与统计不一致/).waitFor();
  await keepLook(county.page, 'month-figures-moved');
});

step('the county brings the text up to date, names the gap and hands in, in time; the city has it as mail, Word and Excel', async () => {
  const { page } = county;
  await page.getByRole('button', { name: '刷新数据' }).click();
  await waitFor('the fresh text', async () => String((await reportOf(OWN, month.period)).progress).includes('指导完善规章制度7条'), 180);
  await county.open(form);
  await fillForm(page, {
    problems: { text: '个别企业动火作业票签字不全，已督促整改并举一反三' },
    practices: { text: '班组长每日晨会对照任务清单复述当日高风险作业，作业票签字率明显提高' },
    gap_explanation: { text: '有企业停产检修，下月复产后补驻，请谅解' },
    filled_on: { day: month.fromDue(-2) },
  });
  // Not named: refused at the field, with the name.
  const gaps = enterprises.slice(4).map(({ name }) => name);
  const refused = await handIn(county);
  for (const name of gaps) expect(refused).toContain(name);
  await keepLook(page, 'month-gap-refused');
  await fillForm(page, { gap_explanation: { text: explained(gaps) } });
  expect(await handIn(county)).toBe('');
  expect(await reportOf(OWN, month.period)).toMatchObject({ status: 'submitted', on_time: true, submission: 1, month_rules_improved: 7 });

  const mail = await awaitMail(journey, { subject: ['月调度', '任城区', '按时'] });
  expect(mail.to).toEqual(['anquan@city.example']);
  const [word, sheet] = mail.attachments;
  const sheets = [await pages(word!.bytes), await pages(sheet!.bytes)];
  const [report, table] = sheets.map((drawn) => drawn.map(({ text }) => text).join('\n')) as [string, string];
  expect(report.replace(/\s/g, '')).toContain(explained(gaps).replace(/\s/g, ''));
  expect(report).not.toMatch(/[{}]|undefined|null|NaN/);
  expect(table).toContain('非危险化学品');
  expect(table).not.toMatch(/[{}]|undefined|null|NaN|#REF/);
  for (const [index, drawn] of sheets.entries())
    for (const [number, one] of drawn.entries()) {
      expect(one.dark()).toBeGreaterThan(0.002);
      await keepLook(one, `month-report-${index === 0 ? 'word' : 'excel'}-${number + 1}`);
    }
  await showMail(city, mail, 'month-report-mail');
});

step('another county is late, until the city moves the deadline; a third is late by the new one', async () => {
  const login = async (which: string, name: string): Promise<Api> => {
    const user = { email: `${name}@zhudian.example.org`, last_name: name, role: roles.county.id, county: which, language: 'zh-CN' };
    return (await newLogin(journey, user)).api;
  };
  const report = async (by: Api, which: string, day: string): Promise<void> => {
    const contacts = done(await by.send<{ id: string }[]>('GET', '/items/contacts?limit=1'));
    // Days before the deadline a county that has not begun finds a draft, and writes on in it.
    const [draft] = done(
      await by.send<{ id: string }[]>('GET', `/items/monthly_reports?filter[county]=${which}&filter[period]=${month.period}&fields=id`),
    );
    const { id } = done(
      await by.send<{ id: string }>(draft ? 'PATCH' : 'POST', `/items/monthly_reports${draft ? `/${draft.id}` : ''}`, {
        ...(draft ? {} : { county: which, period: month.period }),
        progress: '本月集中检修，驻点人员逐户电话核查停产情况并督促留守人员值守',
        problems: '辖区企业集中停产检修，驻点安排需整体顺延，已制定补驻计划',
        practices: '建立停产企业复产报告制度，复产前必须由驻点人员到场核查',
        contact: contacts[0]?.id,
        filled_on: day,
      }),
    );
    const { gaps } = done(await by.send<{ gaps: { enterprises: { name: string }[] } }>('GET', `/zhudian/reports/${id}/readiness`));
    const gap_explanation = explained(gaps.enterprises.map(({ name }) => name));
    done(await by.send('PATCH', `/items/monthly_reports/${id}`, { gap_explanation, status: 'submitted' }));
  };
  const [late, last] = [await login(LATE, 'yanzhou'), await login(LAST, 'weishan')];
  await everyMorning(journey, [month.due]);
  await passUntil(journey, `${month.due}T17:40:00+08:00`);
  await journey.database.query('SELECT zhudian_turn_reports()');
  expect((await awaitMail(journey, { subject: ['汇总', '第1版'] })).subject).toContain('应报3，已报1');
  await everyMorning(journey, [month.fromDue(1)]);
  await report(late, LATE, month.fromDue(1));
  expect(await reportOf(LATE, month.period)).toMatchObject({ on_time: false });
  await awaitMail(journey, { subject: ['月调度', '兖州区', '逾期'] });

  // The office grants three days, in the panel.
  await goTo(city.page, 'content/report_periods/+');
  await fillForm(city.page, {
    period: { text: month.period },
    due_at: { moment: `${month.fromDue(3)}T17:30` },
    note: { text: '系统维护，报送时限顺延三天' },
  });
  expect((await saveForm(city.page)).refused).toBe('');
  expect(await reportOf(LATE, month.period)).toMatchObject({ on_time: true });
  await everyMorning(journey, [month.fromDue(2), month.fromDue(3), month.fromDue(4)]);
  await report(last, LAST, month.fromDue(4));
  expect(await reportOf(LAST, month.period)).toMatchObject({ on_time: false });
  await goTo(city.page, `zhudian/month-end?period=${month.period}`);
  await boardRow('370812').getByText('按时').waitFor();
  await boardRow('370826').getByText('逾期').waitFor();
  await looksWhole(city);
  await keepLook(city.page, 'month-board-late');
});

step('the city sends 任城区’s report back days later; it comes again after the deadline, and was in time', async () => {
  await passUntil(journey, `${month.fromDue(5)}T14:00:00+08:00`);
  await goTo(city.page, `zhudian/month-end?period=${month.period}`);
  await boardRow('370811').getByRole('button', { name: '退回' }).click();
  const dialog = city.page.getByRole('dialog');
  await dialog.locator('textarea').fill('问题困难请写明是哪家企业、哪个车间');
  await dialog.getByRole('button', { name: '退回' }).click();
  await boardRow('370811').getByText('已退回').waitFor();
  await keepLook(city.page, 'month-board-returned');
  const mail = await awaitMail(journey, { key: 'report.returned:' });
  expect(mail.text).toContain('问题困难请写明是哪家企业、哪个车间');
  expect(mail.to).toContain('contact1@county.example');

  await passUntil(journey, `${month.fromDue(8)}T09:30:00+08:00`);
  await goTo(county.page, form);
  await fillForm(county.page, { problems: { text: `${enterprises[0]!.name}二车间动火作业票签字不全，已督促整改并举一反三` } });
  expect(await handIn(county)).toBe('');
  expect(await reportOf(OWN, month.period)).toMatchObject({ status: 'submitted', submission: 2, on_time: true });
  await goTo(city.page, `zhudian/month-end?period=${month.period}`);
  await boardRow('370811').getByText('首次报送按时').waitFor();
  expect((await awaitMail(journey, { subject: ['月调度', '任城区'] }, 2)).subject).toContain('按时');
});

step('the city accepts the three, compiles, and reads the compilation', async () => {
  const { page } = city;
  for (const code of ['370811', '370812', '370826']) {
    await boardRow(code).getByRole('button', { name: '接收' }).click();
    await boardRow(code).getByText('已接收').waitFor();
  }
  await page.getByText('应报的 3 个县（市、区）均已报送').waitFor();
  await page.getByRole('button', { name: '现在汇总' }).click();
  const mail = await waitFor(
    'a compilation with all three',
    async () => (await mails(journey)).findLast(({ subject }) => subject.includes('汇总') && subject.includes('已报3')) ?? null,
    180,
  );
  await looksWhole(city);
  await keepLook(page, 'month-board-accepted');
  expect(mail.attachments.map(({ name }) => name.split('.').pop())).toEqual(['docx', 'xlsx']);
  const own = await reportOf(OWN, month.period);
  const text = wordText(mail.attachments[0]!.bytes);
  expect(text).toContain(`${enterprises[0]!.name}二车间动火作业票签字不全`);
  const { rows } = await journey.database.query<{ rules: string }>('SELECT sum(rules_improved) AS rules FROM monthly_reports WHERE period = $1', [
    month.period,
  ]);
  expect(text).toContain(`\t${String(own.rules_improved)}\t`);
  expect(text).toContain(`\t${rows[0]!.rules}\t`);
  for (const [index, { bytes }] of mail.attachments.entries())
    for (const [number, one] of (await pages(bytes)).entries()) {
      expect(one.text).not.toMatch(/[{}]|undefined|null|NaN/);
      expect(one.dark()).toBeGreaterThan(0.001);
      await keepLook(one, `month-compilation-${index === 0 ? 'word' : 'excel'}-${number + 1}`);
    }
  await showMail(city, mail, 'month-compilation-mail');
});

step('a visit is corrected afterwards: annex 4 marks the county, and the next report says by how much', async () => {
  await passUntil(journey, `${month.following}-14T10:00:00+08:00`);
  const change = { rules_improved: 5, correction_reason: '核对企业台账后补记三条制度' };
  done(await city.api.send('PATCH', `/items/visits/${corrected}`, change));
  const { page } = city;
  await goTo(city.page, `zhudian/statistics?period=${month.period}`);
  await page.getByRole('columnheader', { name: '督促企业单位落实责任及措施' }).waitFor();
  await page.locator('tbody tr', { hasText: '任城区' }).getByText('※').first().waitFor();
  await looksWhole(city);
  await keepLook(page, 'month-annex4-marked');

  await passUntil(journey, `${month.following}-26T10:00:00+08:00`);
  await goTo(county.page, `zhudian/month-end?period=${month.following}`);
  await county.page.getByRole('button', { name: '开始填报' }).click();
  await county.page.waitForURL(/monthly_reports\/[0-9a-f-]{36}/, { timeout: 180_000 });
  await county.page
    .getByText(/报送后有更正，已计入本次累计数.*（\+3）/)
    .first()
    .waitFor();
  await keepLook(county.page, 'month-next-report');
  const gaps = enterprises.map(({ name }) => name);
  await fillForm(county.page, {
    problems: { text: '辖区企业集中停产检修，驻点安排顺延' },
    practices: { text: '复产前由驻点人员到场核查，逐项签字确认' },
    gap_explanation: { text: explained(gaps) },
    filled_on: { day: `${month.following}-26` },
  });
  expect(await handIn(county)).toBe('');
  const [before, after] = [await reportOf(OWN, month.period), await reportOf(OWN, month.following)];
  expect(after.changes).toEqual([expect.objectContaining({ period: month.period, figure: 'rules_improved', difference: '3' })]);
  // What was reported stands; what comes later carries it.
  expect(Number(after.rules_improved)).toBe(Number(before.rules_improved) + 3);
  const mail = await awaitMail(journey, { subject: ['月调度', '任城区', `${Number(month.following.slice(5))}月`] });
  const drawn = await pages(mail.attachments[0]!.bytes);
  const text = drawn
    .map((one) => one.text)
    .join('')
    .replace(/\s/g, '');
  expect(text).toContain('报送后有更正，已计入本次累计数：指导完善规章制度（条）由');
  expect(text).toContain(`更正为${Number(before.rules_improved) + 3}（+3）`);
  for (const [number, one] of drawn.entries()) await keepLook(one, `month-next-word-${number + 1}`);
});
