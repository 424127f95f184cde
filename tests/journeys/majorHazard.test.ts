import { setTimeout as pause } from 'node:timers/promises';
import { expect } from 'vitest';
import { wordText } from '../../extensions/core/src/documents/wordText.ts';
import type { Statistics } from '../../extensions/directus-extension-zhudian/src/api/statistics/readStatistics.ts';
import { countyId } from '../../scripts/provision/reference/counties.ts';
import { done } from '../support/answers.ts';
import { awaitMail } from '../support/journey/awaitMail.ts';
import { everyMorning } from '../support/journey/everyMorning.ts';
import { fillForm } from '../support/journey/fillForm.ts';
import { giveLogin } from '../support/journey/giveLogin.ts';
import { goTo } from '../support/journey/goTo.ts';
import { inOrder } from '../support/journey/inOrder.ts';
import { keepLook } from '../support/journey/keepLook.ts';
import { mails, type ReadMail } from '../support/journey/mails.ts';
import { nextMonth, type ComingMonth } from '../support/journey/nextMonth.ts';
import { pages } from '../support/journey/pages.ts';
import { passTime } from '../support/journey/passTime.ts';
import { passUntil } from '../support/journey/passUntil.ts';
import type { Person } from '../support/journey/Person.ts';
import { saveForm } from '../support/journey/saveForm.ts';
import { samplePhoto } from '../support/journey/samplePhoto.ts';
import { showMail } from '../support/journey/showMail.ts';
import { useJourney } from '../support/journey/useJourney.ts';
import { VisitOnPhone } from '../support/journey/VisitOnPhone.ts';
import { waitFor } from '../support/waitFor.ts';

/** A major hazard from the phone that finds it until it is off the list: told, confirmed late, planned, overdue, put right, seen, counted. */
const journey = useJourney();
const step = inOrder();

const TITLE = '反应釜安全阀失效';
const DESCRIPTION = '二车间3号反应釜安全阀铅封缺失，校验标签已过期七个月，釜内带压运行';
const PLACE = '二车间3号反应釜';
const WATCH = 'zhiban@city.example';
const HEAD = 'fuzeren@city.example';

let month: ComingMonth;
let city: Person;
let county: Person;
let inspector: Person;
let partner: Person;
let visit: VisitOnPhone;
let enterprise: { id: string; name: string; partner: string };
let hazard: string;
let first: ReadMail;
let before: Record<string, number>;
/** Mails that had gone out when it was confirmed, and the time in which the watch looks again. */
let sent = 0;
let watched: Promise<void>;
const TWO_LOOKS = 11_000;

const COUNTED = ['hazards_found', 'hazards_rectified', 'major_hazards_found', 'major_hazards_rectified'] as const;
/** Columns 12 to 15 of the county's own month. */
async function counted(): Promise<Record<string, number>> {
  const { rows } = done(await city.api.send<Statistics>('GET', `/zhudian/statistics?period=${month.period}`));
  const own = rows.find(({ county: { id } }) => id === countyId('370811'))!;
  return Object.fromEntries(COUNTED.map((key) => [key, Number(own.month[key])]));
}
const link = ({ html }: ReadMail): string => /http:\/\/[^"\s）]+\/zhudian\/acknowledge\/[\w.-]+/.exec(html)?.[0] ?? '';
const row = async (): Promise<Record<string, unknown>> => done(await city.api.send('GET', `/items/hazards/${hazard}`));
const workbench = (person: Person) => person.page.locator('.major', { hasText: TITLE });

step('an inspector finds it during a visit and records it on the phone, with a photo; the city office has mail and Word report', async () => {
  month = await nextMonth(journey);
  await passUntil(journey, `${month.day(4)}T14:00:00+08:00`);
  [city, county, inspector] = [await journey.enter('city'), await journey.enter('county'), await journey.enter('inspector')];
  const { rows } = await journey.database.query<typeof enterprise>(
    `SELECT e.id, e.name, (SELECT i.id FROM team_members o JOIN inspectors i ON i.id = o.inspector WHERE o.team = t.id AND i."user" IS NULL LIMIT 1) AS partner
     FROM enterprises e JOIN teams t ON t.enterprise = e.id AND t.valid_to IS NULL JOIN team_members m ON m.team = t.id JOIN inspectors i ON i.id = m.inspector
       JOIN directus_users u ON u.id = i."user" WHERE u.email LIKE 'inspector@%' AND e.status = 'active' ORDER BY e.name LIMIT 1`,
  );
  enterprise = rows[0]!;
  before = await counted();
  visit = await VisitOnPhone.begin(inspector, enterprise.name);
  const { page } = visit;
  await page.getByRole('button', { name: '到达' }).click();
  await page.getByRole('button', { name: '登记清单以外的隐患' }).click();
  const dialog = page.getByRole('dialog');
  await dialog
    .locator('input[type=file]')
    .setInputFiles({ name: 'IMG_2041.jpg', mimeType: 'image/jpeg', buffer: await samplePhoto(inspector.context) });
  await dialog.locator('.thumb').waitFor();
  await dialog.getByLabel('隐患名称 *').fill(TITLE);
  await dialog.getByLabel('隐患描述 *').fill(DESCRIPTION);
  await dialog.getByLabel('隐患部位').fill(PLACE);
  await dialog.getByRole('radio', { name: '重大事故隐患' }).check();
  await waitFor(
    'the photo on the server',
    async () => (await journey.database.query(`SELECT FROM directus_files WHERE type = 'image/jpeg' AND filesize > 1000`)).rowCount,
  );
  await keepLook(page, 'hazard-phone');
  await dialog.getByRole('button', { name: '确定' }).click();
  await expect.poll(async () => dialog.count()).toBe(0);
  await visit.synced();

  first = await awaitMail(journey, { subject: ['重大事故隐患', TITLE], to: 'anquan@city.example' });
  hazard = first.key.split(':')[1]!;
  expect(first.subject).toContain('任城区');
  expect(first.subject).toContain(enterprise.name);
  const copy = await awaitMail(journey, { subject: ['重大事故隐患', TITLE], to: 'huagong@rencheng.example' });
  expect(link(copy)).toBe('');
  for (const words of [enterprise.name, PLACE, DESCRIPTION, '陆长青', '签收', '1张，见附件']) expect(first.text).toContain(words);
  expect(first.text).toContain(`${Number(month.period.slice(0, 4))}年${Number(month.period.slice(5))}月4日`);
  await showMail(city, first, 'hazard-mail');
  const drawn = await pages(first.attachments[0]!.bytes);
  const text = drawn
    .map((one) => one.text)
    .join('')
    .replace(/\s/g, '');
  for (const words of [enterprise.name, TITLE, DESCRIPTION, PLACE, '陆长青']) expect(text).toContain(words);
  expect(text).toContain('图1');
  expect(text).not.toMatch(/[{}]|undefined|null/);
  for (const [number, one] of drawn.entries()) await keepLook(one, `hazard-report-${number + 1}`);
  // The photo is a dark surface on a sheet of its own: no page of text alone has as much.
  expect(Math.max(...drawn.map((one) => one.dark()))).toBeGreaterThan(0.03);
});

step('nobody confirms: after twenty minutes the duty desk is written to, later its head as well; workbench and form show it', async () => {
  await passTime(journey, { minutes: 20 });
  const second = await awaitMail(journey, { subject: ['催办', '第1次', TITLE], to: WATCH });
  expect((await mails(journey)).filter(({ subject, to }) => subject.includes('催办') && to.includes(HEAD))).toEqual([]);
  expect(second.text).toContain('无人签收');
  expect(second.text).toContain('现第1次催办');
  await goTo(city.page, 'zhudian');
  await workbench(city).getByText('未签收').waitFor();
  await keepLook(city.page, 'hazard-workbench-open');
  await passTime(journey, { minutes: 20 });
  const third = await awaitMail(journey, { subject: ['催办', '第2次', TITLE], to: HEAD });
  await awaitMail(journey, { subject: ['催办', '第2次', TITLE], to: WATCH });
  await showMail(city, third, 'hazard-mail-again');
});

step('hours later one confirms from the first mail’s link; who comes from the second mail reads who was first, and when', async () => {
  await passTime(journey, { hours: 4 });
  const second = (await mails(journey)).find(({ subject, to }) => subject.includes('第1次') && to.includes(WATCH))!;
  const [duty, other] = [await city.context.newPage(), await city.context.newPage()];
  await other.goto(link(second));
  await duty.goto(link(first));
  await duty.fill('#name', '王明');
  await duty.click('button[type=submit]');
  await duty.getByText('已签收').first().waitFor();
  await keepLook(duty, 'hazard-confirmed');
  // The other page was open before: what it sends comes second.
  await other.fill('#name', '李四海');
  await other.click('button[type=submit]');
  await other.getByText('王明').first().waitFor();
  const told = await other.locator('main').innerText();
  expect(told).not.toContain('李四海');
  expect(told).toMatch(new RegExp(`${Number(month.period.slice(5))}月4日 (18|19|20):`));
  await keepLook(other, 'hazard-confirmed-second');
  await Promise.all([duty.close(), other.close()]);
  expect(await row()).toMatchObject({ acknowledged_by: '王明' });
  await goTo(city.page, 'zhudian');
  await workbench(city).getByText('已签收').waitFor();
  await goTo(city.page, `content/hazards/${hazard}`);
  await city.page
    .locator('.confirmation')
    .getByText(/已由王明于 .* 签收/)
    .waitFor();
  // What is told before the first save is over: the report has left.
  expect(await city.page.getByText('保存后立即').count()).toBe(0);
  await keepLook(city.page, 'hazard-form-confirmed');
  sent = (await mails(journey)).length;
  await passTime(journey, { hours: 2 });
  watched = pause(TWO_LOOKS);
});

step('the visit is finished and handed in next to it; the county plans: measures, money, plan, day and person', async () => {
  const { page } = visit;
  await page.getByLabel('驻点监督任务开展情况 *').fill('上午核查二车间反应釜安全附件，责令3号釜停车泄压并悬挂禁用标识');
  await page.getByRole('button', { name: '离开' }).click();
  await visit.handIn();
  // Two hours have passed since the confirmation, and the watch has looked.
  await watched;
  expect((await mails(journey)).length).toBe(sent);
  await passUntil(journey, `${month.day(5)}T10:00:00+08:00`);
  await goTo(county.page, `content/hazards/${hazard}`);
  await fillForm(county.page, { status: { choice: '整改中' } });
  // Not before all five are there: the panel names each.
  const early = await saveForm(county.page);
  for (const words of ['整改措施', '整改责任人', '整改资金', '整改时限', '应急预案']) expect(early.refused).toContain(words);
  await keepLook(county.page, 'hazard-five-missing');
  await fillForm(county.page, {
    measures: { text: '停用3号釜，更换安全阀并送检，恢复铅封后投用' },
    responsible_person: { text: '厂长 周立新' },
    deadline: { day: month.day(15) },
    funds: { text: '自筹3.5万元' },
    plan: { text: '釜温异常立即切断进料，人员撤至上风向集合点' },
  });
  expect((await saveForm(county.page)).refused).toBe('');
  expect(await row()).toMatchObject({ status: 'rectifying', deadline: month.day(15) });
});

step('its day comes near and passes: the team, then the county, then the city are reminded', async () => {
  await everyMorning(journey, month.days.slice(10, 25));
  const told = (await mails(journey)).filter(({ key, html }) => key.startsWith('reminders:') && html.includes(`/admin/content/hazards/${hazard}`));
  const to = [...new Set(told.flatMap((mail) => mail.to))];
  expect(to).toEqual(expect.arrayContaining(['contact1@county.example', 'anquan@city.example']));
  const late = told.findLast((mail) => mail.to.includes('anquan@city.example'))!;
  expect(late.text).toContain(TITLE);
  expect(late.text).toMatch(/已逾期\d+天/);
  await showMail(city, late, 'hazard-reminder');
  await goTo(county.page, 'zhudian');
  await county.page.locator('.line', { hasText: TITLE }).first().waitFor();
  await keepLook(county.page, 'hazard-workbench-overdue');
});

step('the county puts it right, with evidence; another person sees it on the spot, and it is closed', async () => {
  await passUntil(journey, `${month.day(26)}T15:00:00+08:00`);
  await goTo(county.page, `content/hazards/${hazard}`);
  await fillForm(county.page, {
    status: { choice: '已整改待核验' },
    rectified_on: { day: month.day(26) },
    rectification: { text: '安全阀已更换为新阀并校验合格，铅封完好，压力试验通过' },
  });
  expect((await saveForm(county.page)).refused).toBe('');
  // Whoever claims it does not see it.
  expect((await county.api.send('PATCH', `/items/hazards/${hazard}`, { status: 'verified' })).errors.length).toBeGreaterThan(0);
  await passUntil(journey, `${month.day(27)}T10:00:00+08:00`);
  partner = await journey.enter(await giveLogin(journey, enterprise.partner), 'phone');
  await goTo(partner.page, 'zhudian');
  await partner.page.locator('.line', { hasText: TITLE }).first().click();
  await partner.page.waitForURL(new RegExp(`hazards/${hazard}`));
  await fillForm(partner.page, {
    status: { choice: '已核验' },
    verification: { text: '现场查看3号釜安全阀铅封完好，校验标签在有效期内，压力表读数正常' },
  });
  await keepLook(partner.page, 'hazard-verify-phone');
  expect((await saveForm(partner.page)).refused).toBe('');
  expect(await row()).toMatchObject({ status: 'verified', verified_by: enterprise.partner, verified_on: month.day(27) });
  await goTo(city.page, 'zhudian');
  await city.page.getByText('各县（市、区）情况').waitFor();
  expect(await workbench(city).count()).toBe(0);
});

step('annex 4 counts it in columns 12 to 15; report and notice are made and can be read', async () => {
  const after = await counted();
  expect(Object.fromEntries(COUNTED.map((key) => [key, after[key]! - before[key]!]))).toEqual(Object.fromEntries(COUNTED.map((key) => [key, 1])));
  const made = async (path: string, button: string, kind: string): Promise<string> => {
    await goTo(county.page, path);
    const ready = async (): Promise<{ id: string; file: string }[]> => {
      const found = await journey.database.query<{ id: string; file: string }>(
        `SELECT id, file FROM documents WHERE kind = $1 AND status = 'ready' AND (hazard = $2 OR visit = $3)`,
        [kind, hazard, visit.id],
      );
      return found.rows;
    };
    // Mails have filed reports of their own before.
    const earlier = new Set((await ready()).map(({ id }) => id));
    await county.page.getByRole('button', { name: button }).click();
    const { file } = await waitFor(`the ${kind}`, async () => (await ready()).find(({ id }) => !earlier.has(id)), 120);
    const bytes = await county.api.download(`/assets/${file}`);
    for (const [number, one] of (await pages(bytes)).entries()) await keepLook(one, `hazard-${kind}-${number + 1}`);
    // A printed cell that goes on in a second line has other words between.
    return wordText(bytes).replace(/\s/g, '');
  };
  const notice = await made(`content/visits/${visit.id}`, '生成隐患整改通知书', 'rectification_notice');
  for (const words of [enterprise.name, DESCRIPTION]) expect(notice).toContain(words);
  const report = await made(`content/hazards/${hazard}`, '生成重大事故隐患报告', 'major_hazard_report');
  for (const words of [DESCRIPTION, '自筹3.5万元', '周立新']) expect(report).toContain(words);
  for (const text of [notice, report]) expect(text).not.toMatch(/[{}]|undefined|null/);
});

step('its history reads like a file: who did what, one day after the other', async () => {
  const events = done(
    await city.api.send<{ at: string; from: string | null; to: string; note: string | null; actor: string | null }[]>(
      'GET',
      `/items/hazard_events?filter[hazard][_eq]=${hazard}&sort=at`,
    ),
  );
  // What each step fills in is told beside it, old and new.
  expect(events.map(({ note, to }) => (note?.startsWith('修改：') ? '修改' : (note ?? to)))).toEqual([
    '登记为重大事故隐患',
    '已邮件直报市化工专项行动办',
    '市级已签收：王明（使用发给 anquan@city.example 的链接）',
    ...['修改', 'rectifying'],
    ...['修改', 'rectified'],
    ...['修改', 'verified'],
  ]);
  const day = (moment: string): string => new Date(Date.parse(moment) + 8 * 3_600_000).toISOString().slice(0, 10);
  expect(events.map(({ at }) => day(at))).toEqual([4, 4, 4, 5, 5, 26, 26, 27, 27].map((one) => month.day(one)));
  await goTo(city.page, `content/hazards/${hazard}`);
  await city.page.getByText('王明').first().waitFor();
  await keepLook(city.page, 'hazard-closed');
  for (const person of [city, county, inspector, partner]) expect(person.faults).toEqual([]);
});

step('lowered by mistake and raised again it is told anew, and confirmed anew', async () => {
  done(
    await city.api.send('POST', '/items/hazards', {
      enterprise: enterprise.id,
      severity: 'major',
      title: '储罐液位计失灵',
      description: '罐区V-201储罐液位计指示为零，实际液位偏高',
      place: '罐区V-201',
    }),
  );
  const office = 'anquan@city.example';
  const mail = await awaitMail(journey, { subject: ['储罐液位计失灵'], to: office });
  const id = mail.key.split(':')[1]!;
  await passTime(journey, { minutes: 5 });
  const plan = { measures: '更换液位计', responsible_person: '设备科长', deadline: month.day(28) };
  done(await city.api.send('PATCH', `/items/hazards/${id}`, { severity: 'general', correction_reason: '现场复核为指示仪表故障', ...plan }));
  await passTime(journey, { minutes: 5 });
  done(await city.api.send('PATCH', `/items/hazards/${id}`, { severity: 'major' }));
  const again = await awaitMail(journey, { subject: ['【重大事故隐患】', '储罐液位计失灵'], to: office }, 2);
  expect(again.key).not.toBe(mail.key);
  const old = await fetch(link(mail), { method: 'POST', body: new URLSearchParams({ name: '王明' }) });
  expect(old.status).toBe(410);
  const now = await fetch(link(again), { method: 'POST', body: new URLSearchParams({ name: '王明' }) });
  expect(now.status).toBe(200);
});
