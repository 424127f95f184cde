import { expect } from 'vitest';
import { linkIn } from '../support/linkOf.ts';
import { wordText } from '../../extensions/core/src/documents/wordText.ts';
import { roles, type RoleKey } from '../../schema/roles.ts';
import { countyId } from '../../scripts/provision/reference/counties.ts';
import { done } from '../support/answers.ts';
import { awaitMail } from '../support/journey/awaitMail.ts';
import { fillForm } from '../support/journey/fillForm.ts';
import { goTo } from '../support/journey/goTo.ts';
import { inOrder } from '../support/journey/inOrder.ts';
import { keepLook } from '../support/journey/keepLook.ts';
import { nextMonth, type ComingMonth } from '../support/journey/nextMonth.ts';
import { pages } from '../support/journey/pages.ts';
import { passTime } from '../support/journey/passTime.ts';
import { passUntil } from '../support/journey/passUntil.ts';
import type { Login, Person } from '../support/journey/Person.ts';
import { rosterFile } from '../support/journey/rosterFile.ts';
import { saveForm } from '../support/journey/saveForm.ts';
import { showMail } from '../support/journey/showMail.ts';
import { useJourney } from '../support/journey/useJourney.ts';
import { VisitOnPhone } from '../support/journey/VisitOnPhone.ts';
import { startEmptyStack } from '../support/TestStack.ts';
import { waitFor } from '../support/waitFor.ts';

/** An office from the first log-in of its administrator, in a house where nothing is, to its first report. */
const journey = useJourney(startEmptyStack);
const step = inOrder();

const RENCHENG = countyId('370811');
const FIRST = '任城新源精细化工有限公司';
const SECOND = '任城海川助剂有限公司';
const PAIR = { city: ['白市派', '0537-0003001'], county: ['郑县派', '0537-0003002'] } as const;
const DUTY = 'zhiban@mail.first-city.example';
const LOGINS: Readonly<
  Record<'city' | 'county' | 'lead' | 'mate', Required<Login> & { readonly name: readonly [string, string]; readonly role: RoleKey }>
> = {
  city: { email: 'shi@zhudian.example.org', password: 'Aa1-first-day-city', given: 'Bb2-from-the-office', name: ['沈', '市办'], role: 'city' },
  county: {
    email: 'rencheng@zhudian.example.org',
    password: 'Aa1-first-day-county',
    given: 'Bb2-from-the-office',
    name: ['丁', '任城'],
    role: 'county',
  },
  lead: { email: 'zheng@zhudian.example.org', password: 'Aa1-first-day-lead', given: 'Bb2-from-the-office', name: ['郑', '县派'], role: 'inspector' },
  mate: { email: 'bai@zhudian.example.org', password: 'Aa1-first-day-mate', given: 'Bb2-from-the-office', name: ['白', '市派'], role: 'inspector' },
};

let month: ComingMonth;
let admin: Person;
let city: Person;
let county: Person;
let inspector: Person;

/** Makes a log-in as the administrator does: name, address, password, role, and for a county its county. */
async function makeLogin(who: keyof typeof LOGINS): Promise<void> {
  const { email, given, name, role } = LOGINS[who];
  await goTo(admin.page, 'users/+');
  await fillForm(admin.page, {
    last_name: { text: name[0] },
    first_name: { text: name[1] },
    email: { text: email },
    password: { text: given },
    role: { row: roles[role].name },
    ...(role === 'county' ? { county: { row: '任城区' } } : {}),
  });
  expect((await saveForm(admin.page)).refused).toBe('');
}

step('the administrator finds an empty house, and makes log-ins for city and county', async () => {
  month = await nextMonth(journey);
  const { rows } = await journey.database.query<{ n: number }>(
    `SELECT (SELECT count(*) FROM enterprises)::int + (SELECT count(*) FROM visits)::int + (SELECT count(*) FROM inspectors)::int AS n`,
  );
  expect(rows[0]?.n).toBe(0);
  await passUntil(journey, `${month.day(3)}T09:00:00+08:00`);
  admin = await journey.enter({ email: 'admin@zhudian.example.org', password: journey.stack.secrets.adminPassword }, 'desk');
  // Directus would ask whose installation it is: a start has told it.
  expect(await admin.page.getByRole('button', { name: '稍后提醒' }).count()).toBe(0);
  for (const who of ['city', 'county'] as const) await makeLogin(who);
  const made = done(
    await journey.admin.send<{ email: string; county: string | null }[]>('GET', '/users?fields=email,county&filter[county][_nnull]=true'),
  );
  expect(made).toEqual([{ email: LOGINS.county.email, county: RENCHENG }]);
});

step('addresses take the place of the examples: in the settings, and at the county', async () => {
  const { page } = admin;
  await goTo(page, 'content/settings');
  const mails = page.locator('[data-field="city_office_emails"]').first();
  await mails.locator('input').first().waitFor();
  for (const address of [DUTY, 'zhuren@mail.first-city.example']) {
    await mails.locator('input').first().fill(address);
    await mails.locator('input').first().press('Enter');
  }
  await mails.locator('.v-chip', { hasText: 'anquan@city.example' }).click();
  await fillForm(page, { operations_email: { text: 'yunwei@mail.first-city.example' } });
  expect((await saveForm(page)).refused).toBe('');
  const plan = [{ name: '值班室', email: DUTY, after_minutes: 0 }];
  done(await admin.api.send('PATCH', '/items/settings', { escalation_plan: plan }));
  expect(done(await admin.api.send('GET', '/items/settings?fields=city_office_emails'))).toEqual({
    city_office_emails: [DUTY, 'zhuren@mail.first-city.example'],
  });
  await goTo(page, `content/counties/${RENCHENG}`);
  await fillForm(page, { email: { text: 'huagong@mail.rencheng.example' }, document_prefix: { text: '任驻改' } });
  expect((await saveForm(page)).refused).toBe('');
  await keepLook(page, 'office-counties');
});

step('the city imports the county’s roster from Excel: tried first, then written; enterprises, people and teams are there', async () => {
  city = await journey.enter(LOGINS.city, 'desk');
  const { page } = city;
  await page.waitForURL(/\/admin\/zhudian$/);
  await goTo(page, 'zhudian/roster');
  const buffer = await rosterFile('任城区', [
    { enterprise: FIRST, ...PAIR },
    { enterprise: SECOND, ...PAIR },
  ]);
  const name = '任城区驻点企业和驻点人员名单.xlsx';
  await page
    .locator('input[type=file]')
    .setInputFiles({ name, mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', buffer });
  await page.getByRole('button', { name: '确认导入' }).waitFor();
  await keepLook(page, 'office-roster-tried');
  expect((await journey.database.query('SELECT FROM enterprises')).rowCount).toBe(0);
  await page.getByRole('button', { name: '确认导入' }).click();
  await page.getByText('已全部写入').waitFor();
  const { rows } = await journey.database.query(
    `SELECT e.name, string_agg(i.name || i.level, ' ' ORDER BY i.level) AS people FROM enterprises e JOIN teams t ON t.enterprise = e.id JOIN team_members m ON m.team = t.id
     JOIN inspectors i ON i.id = m.inspector GROUP BY e.name ORDER BY e.name`,
  );
  expect(rows).toEqual([FIRST, SECOND].sort().map((enterprise) => ({ name: enterprise, people: '白市派city 郑县派county' })));
});

step(
  'the administrator gives the inspectors their log-ins, the city enters what was done before, the county its contact and a task of its own',
  async () => {
    for (const who of ['lead', 'mate'] as const) {
      await makeLogin(who);
      const { rows } = await journey.database.query<{ id: string }>('SELECT id FROM inspectors WHERE name = $1', [LOGINS[who].name.join('')]);
      await goTo(admin.page, `content/inspectors/${rows[0]!.id}`);
      await fillForm(admin.page, { user: { row: LOGINS[who].email } });
      expect((await saveForm(admin.page)).refused).toBe('');
    }
    await goTo(city.page, 'content/opening_balances/+');
    const counted = { county_person_visits: 40, county_enterprise_visits: 20, rules_improved: 11, hazards_found: 30, hazards_rectified: 28 };
    const eve = new Date(Date.parse(`${month.day(1)}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
    await fillForm(city.page, {
      county: { row: '任城区' },
      as_of: { day: eve },
      ...Object.fromEntries(Object.entries(counted).map(([key, value]) => [key, { text: String(value) }])),
    });
    expect((await saveForm(city.page)).refused).toBe('');

    county = await journey.enter(LOGINS.county, 'desk');
    await goTo(county.page, 'content/contacts/+');
    await fillForm(county.page, {
      name: { text: '钱联系' },
      position: { text: '任城区工业和信息化局 安全科长' },
      phone: { text: '0537-0003010' },
      email: { text: 'qian@mail.rencheng.example' },
    });
    expect((await saveForm(county.page)).refused).toBe('');
    const list = done(
      await county.api.send<{ id: string }>('POST', '/items/task_lists', {
        name: '岁末年初重点时段任务清单',
        valid_from: month.day(1),
        items: [{ sort: 1, content: '核查岁末年初停产复产安全条件', standard: '复产方案经审批', basis: '省重点时段工作要求' }],
      }),
    );
    done(await county.api.send('PATCH', `/items/task_lists/${list.id}`, { status: 'published' }));
  },
);

step('the first visit, on the phone: the eleven items of the notice and the county’s own', async () => {
  inspector = await journey.enter(LOGINS.lead, 'phone');
  const visit = await VisitOnPhone.begin(inspector, FIRST);
  const { page } = visit;
  expect(await page.locator('.item').count()).toBe(12);
  await page.getByText('核查岁末年初停产复产安全条件').first().waitFor();
  await page.getByRole('button', { name: '到达' }).click();
  for (const figure of ['指导完善规章制度（条）', '督促召开“晨会”（次）']) await page.getByRole('button', { name: `${figure} 加一` }).click();
  await page.getByLabel('驻点监督任务开展情况 *').fill('上午查看责任清单和复产方案，现场核查储罐区，与厂长交换意见');
  await visit.synced();
  await passTime(journey, { hours: 2 });
  await page.getByRole('button', { name: '离开' }).click();
  await visit.handIn();
  await keepLook(page, 'office-first-visit');
});

step('a rehearsal: a major hazard’s mail comes to the new addresses, is confirmed, and the hazard is voided and counts nowhere', async () => {
  const { rows } = await journey.database.query<{ id: string }>('SELECT id FROM enterprises WHERE name = $1', [SECOND]);
  const { id } = done(
    await city.api.send<{ id: string }>('POST', '/items/hazards', {
      enterprise: rows[0]!.id,
      severity: 'major',
      title: '演练：储罐液位计失灵',
      description: '演练：罐区V-201储罐液位计指示为零，实际液位偏高',
      place: '罐区V-201',
    }),
  );
  const key = `hazard.major:${id}`;
  const mail = await awaitMail(journey, { key, to: DUTY });
  for (const to of ['zhuren@mail.first-city.example', 'huagong@mail.rencheng.example']) await awaitMail(journey, { key, to });
  await showMail(city, mail, 'office-rehearsal-mail');
  const link = linkIn(mail.html);
  const page = await city.context.newPage();
  await page.goto(link);
  await page.fill('#name', '值班员');
  await page.click('button[type=submit]');
  await page.getByText('已签收').first().waitFor();
  await page.close();
  done(await city.api.send('PATCH', `/items/hazards/${id}`, { status: 'void', void_reason: '演练时登记，演练已结束' }));
});

step('the first month’s report: drafted, the gap named, handed in; the city compiles it with what was done before', async () => {
  await passUntil(journey, `${month.fromDue(-2)}T10:00:00+08:00`);
  const { page } = county;
  await goTo(page, `zhudian/month-end?period=${month.period}`);
  await page.getByRole('button', { name: '开始填报' }).click();
  await page.waitForURL(/monthly_reports\/[0-9a-f-]{36}/, { timeout: 300_000 });
  await fillForm(page, {
    problems: { text: `${SECOND}全员责任清单更新不及时，已督促月内补齐` },
    practices: { text: `${FIRST}由班组长每日晨会逐项复述高风险作业，签字留痕` },
    gap_explanation: { text: `${SECOND}因停产检修未驻点，下月5日复产当日补驻` },
    filled_on: { day: month.fromDue(-2) },
  });
  await keepLook(page, 'office-first-report');
  await fillForm(page, { status: { choice: '已报送' } });
  expect((await saveForm(page)).refused).toBe('');
  const mail = await awaitMail(journey, { subject: ['月调度', '任城区'] });
  expect(mail.to).toEqual([DUTY, 'zhuren@mail.first-city.example']);
  await passUntil(journey, `${month.fromDue(-1)}T10:00:00+08:00`);
  await goTo(city.page, `zhudian/month-end?period=${month.period}`);
  const row = city.page.locator('tr[data-county="370811"]');
  await row.getByRole('button', { name: '接收' }).click();
  await row.getByText('已接收').waitFor();
  await city.page.getByRole('button', { name: '现在汇总' }).click();
  const compiled = await awaitMail(journey, { subject: ['汇总', '已报1'] });
  await keepLook(city.page, 'office-board');
  const text = wordText(compiled.attachments[0]!.bytes);
  expect(text).toContain(FIRST);
  const { rows } = await journey.database.query<Record<string, number>>(
    'SELECT county_person_visits, city_person_visits, rules_improved, hazards_found, hazards_rectified, major_hazards_found FROM monthly_reports WHERE period = $1',
    [month.period],
  );
  // The balance, and the visit: one of the city and one of the county, one rule; the rehearsal left nothing.
  expect(rows).toEqual([
    { county_person_visits: 41, city_person_visits: 1, rules_improved: 12, hazards_found: 30, hazards_rectified: 28, major_hazards_found: 0 },
  ]);
  for (const [index, { bytes }] of [...mail.attachments, ...compiled.attachments].entries())
    for (const [number, one] of (await pages(bytes)).entries()) {
      expect(one.text).not.toMatch(/[{}]|undefined|null|NaN/);
      expect(one.dark()).toBeGreaterThan(0.001);
      await keepLook(one, `office-document-${index + 1}-${number + 1}`);
    }
  await waitFor('nothing is left undone', async () => (await journey.database.query('SELECT FROM outbox WHERE done_at IS NULL')).rowCount === 0);
  for (const person of [admin, city, county, inspector]) expect(person.faults).toEqual([]);
});
