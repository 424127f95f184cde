import { mkdir } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { countyId } from '../../scripts/provision/reference/counties.ts';
import { enterPanel } from '../support/enterPanel.ts';
import { keepPicture } from '../support/keepPicture.ts';
import { majorHazard } from '../support/majorHazard.ts';
import { useTestStack } from '../support/useTestStack.ts';

const test = useTestStack();
const url = (path: string): string => `${test.stack.config.urls.directus}/admin${path}`;
const ABROAD = 'America/Los_Angeles';

/** What a page looks like, for whoever wants to see it: ZHUDIAN_LOOK names a folder. */
async function look(page: Page, name: string): Promise<void> {
  const folder = process.env.ZHUDIAN_LOOK;
  if (!folder) return;
  await mkdir(folder, { recursive: true });
  await page.waitForLoadState('networkidle', { timeout: 8_000 }).catch(() => undefined);
  await page.screenshot({ path: `${folder}/${name}.png` });
}

/** At an enterprise of the county whose officer logs in here. */
async function raise(title: string): Promise<string> {
  const { rows } = await test.database.query<{ id: string }>('SELECT id FROM enterprises WHERE county = $1 ORDER BY name LIMIT 1', [
    countyId('370811'),
  ]);
  const hazard = await majorHazard(test.database, { title, enterprise: rows[0]?.id });
  const { data, errors } = await test.admin.send<{ id: string }>('POST', '/items/hazards', hazard);
  expect(errors).toEqual([]);
  return data.id;
}
const acknowledged = async (id: string): Promise<string | null> =>
  (await test.database.query<{ by: string | null }>('SELECT acknowledged_by AS by FROM hazards WHERE id = $1', [id])).rows[0]?.by ?? null;

it('the city confirms a major hazard in its form, after a question, and who opens it later reads who did', async () => {
  const id = await raise('储罐液位计失灵');
  const city = await enterPanel(test, 'city', { width: 1280, height: 900 });
  try {
    const { page } = city;
    await page.goto(url(`/content/hazards/${id}`));
    await page.locator('.confirmation').getByText('尚未签收').waitFor();
    await look(page, 'form-1280-open');
    await page.getByRole('button', { name: '签收', exact: true }).click();
    const question = page.getByRole('dialog', { name: '签收重大事故隐患' });
    await question.getByText('储罐液位计失灵').waitFor();
    await look(page, 'form-1280-question');
    expect(await acknowledged(id)).toBeNull();
    await question.getByRole('button', { name: '取消' }).click();
    expect(await acknowledged(id)).toBeNull();
    await page.getByRole('button', { name: '签收', exact: true }).click();
    await page.getByRole('button', { name: '确认签收' }).click();
    await page
      .locator('.confirmation')
      .getByText(/已由沈知远于 \d{4}-\d\d-\d\d \d\d:\d\d 在系统中签收/)
      .waitFor();
    expect(await acknowledged(id)).toBe('沈知远');
    await keepPicture(page, 'acknowledge-form');
    await look(page, 'form-1280-done');
    expect(city.faults).toEqual([]);
  } finally {
    await city.close();
  }
});

it('the county reads in the form that the city has not confirmed yet, and has no button for it', async () => {
  const open = await raise('压力表损坏');
  const { page, faults, close } = await enterPanel(test, 'county', { width: 390, height: 844 });
  try {
    await page.goto(url(`/content/hazards/${open}`));
    await page.locator('.confirmation').getByText('尚未签收').waitFor();
    expect(await page.getByRole('button', { name: '签收', exact: true }).count()).toBe(0);
    expect(faults).toEqual([]);
    await look(page, 'form-390-county');
  } finally {
    await close();
  }
});

it('the city confirms from the workbench on a phone; a colleague a moment later is told who was first', async () => {
  const id = await raise('阀门泄漏');
  const first = await enterPanel(test, 'city', { width: 390, height: 844 });
  const second = await enterPanel(test, 'city', { width: 1280, height: 900 });
  try {
    for (const { page } of [first, second]) await page.goto(url('/zhudian'));
    const line = (page: Page) => page.locator('.major', { hasText: '阀门泄漏' });
    await look(first.page, 'workbench-390');
    await look(second.page, 'workbench-1280');
    await line(second.page).getByRole('button', { name: '签收' }).click();
    await line(first.page).getByRole('button', { name: '签收' }).click();
    await look(first.page, 'workbench-390-question');
    await first.page.getByRole('button', { name: '确认签收' }).click();
    await line(first.page).getByText('已签收').waitFor();
    expect(await acknowledged(id)).toBe('沈知远');
    await second.page.getByRole('button', { name: '确认签收' }).click();
    await second.page
      .getByRole('alert')
      .getByText(/沈知远已于 .+ 签收，无须重复签收/)
      .waitFor();
    await look(second.page, 'workbench-1280-late');
    await second.page.getByRole('button', { name: '关闭' }).click();
    await line(second.page).getByText('已签收').waitFor();
    expect([...first.faults, ...second.faults]).toEqual([]);
  } finally {
    await first.close();
    await second.close();
  }
});

it('what nobody has confirmed stands first however many are confirmed, and a list that shows some says how many there are', async () => {
  for (let number = 1; number <= 31; number += 1) {
    const old = { title: `旧隐患${number}`, found_on: '2025-06-03', deadline: '2025-06-30', measures: '更换', responsible_person: '李主任' };
    const { data } = await test.admin.send<{ id: string }>('POST', '/items/hazards', await majorHazard(test.database, old));
    expect((await test.admin.send('POST', `/zhudian/hazards/${data.id}/acknowledge`, {})).status).toBe(200);
  }
  await raise('昨夜发现的泄漏');
  const count = async (where: string): Promise<number> =>
    (await test.database.query<{ n: number }>(`SELECT count(*)::int AS n FROM hazards WHERE status IN ('open', 'rectifying') AND ${where}`)).rows[0]!
      .n;
  const { page, faults, close } = await enterPanel(test, 'city', { width: 1280, height: 900 });
  try {
    await page.goto(url('/zhudian'));
    const majors = page.locator('section.majors');
    await majors.locator('.major', { hasText: '昨夜发现的泄漏' }).getByText('未签收').waitFor();
    const all = await count(`severity = 'major'`);
    await majors.getByText(`未整改的重大事故隐患（${all}）`).waitFor();
    expect(all).toBeGreaterThan(31);
    await page.getByText(`逾期未整改的隐患（${await count('deadline < zhudian_today()')}）`).waitFor();
    await look(page, 'workbench-many');
    await majors.getByText(`查看全部 ${all} 项`).click();
    await page.waitForURL(/content\/hazards/);
    await page.getByText('昨夜发现的泄漏').first().waitFor();
    expect(faults).toEqual([]);
  } finally {
    await close();
  }
});

it('whoever logs in after the session ended on the server gets the page they asked for, without reloading', async () => {
  const { page, close } = await enterPanel(test, 'city', { width: 1280, height: 900 });
  try {
    await page.getByText('各县（市、区）情况').first().waitFor();
    await test.database.query(
      `DELETE FROM directus_sessions s USING directus_users u WHERE u.id = s."user" AND u.email = 'city@zhudian.example.org'`,
    );
    await page.goto(url('/zhudian/month-end'));
    await page.waitForURL(/\/admin\/login/);
    await page.fill('input[type=email]', 'city@zhudian.example.org');
    await page.fill('input[type=password]', test.stack.secrets.demoPasswords.city);
    await page.click('button[type=submit]');
    await page.waitForURL(/\/admin\/(?!login)/);
    await page
      .getByText(/找不到页面|Page Not Found/)
      .or(page.locator('tr[data-county]'))
      .first()
      .waitFor();
    expect(await page.getByText(/找不到页面|Page Not Found/).count()).toBe(0);
    await page.locator('tr[data-county]').first().waitFor();
    await look(page, 'after-ended-session');
  } finally {
    await close();
  }
});

it('moments are Beijing time in lists and forms of a browser far away, are named so, and are typed so', async () => {
  const { rows } = await test.database.query<{ id: string; day: string; arrived: string; submitted: string }>(
    `UPDATE visits SET arrived_at = (visited_on::text || ' 07:39:00+08')::timestamptz, correction_reason = '补记到达时间（据纸质日志）'
     WHERE id = (SELECT id FROM visits WHERE status = 'submitted' ORDER BY visited_on DESC, id LIMIT 1)
     RETURNING id, visited_on::text AS day, visited_on::text || ' 07:39' AS arrived,
       to_char(submitted_at AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI') AS submitted`,
  );
  const { id, day, arrived, submitted } = rows[0]!;
  const { page, faults, close } = await enterPanel(test, 'city', { width: 1280, height: 900 }, ABROAD);
  try {
    await page.goto(url(`/content/visits/${id}`));
    const field = page.locator('[data-field="arrived_at"]');
    expect(await field.locator('input').inputValue()).toBe(arrived.replace(' ', 'T'));
    await field.getByText('北京时间').waitFor();
    await look(page, 'visit-abroad-1280');

    // What is typed is Beijing time as well.
    await field.locator('input').fill(`${day}T08:15`);
    await page.locator('[data-field="correction_reason"] textarea').fill('到达时间记早了，据门卫登记更正');
    await page
      .locator('header button', { has: page.locator('[data-icon="check"]') })
      .first()
      .click();
    await expect
      .poll(async () =>
        (await test.database.query<{ at: Date }>('SELECT arrived_at AS at FROM visits WHERE id = $1', [id])).rows[0]?.at.toISOString(),
      )
      .toBe(new Date(`${day}T08:15:00+08:00`).toISOString());

    // The list, with the columns of moments, which are asked for in a bookmark of one's own.
    const { rows: users } = await test.database.query<{ id: string }>(`SELECT id FROM directus_users WHERE email = 'city@zhudian.example.org'`);
    await test.database.query(`DELETE FROM directus_presets WHERE collection = 'visits' AND "user" = $1 AND bookmark IS NULL`, [users[0]?.id]);
    await test.database.query(
      `INSERT INTO directus_presets ("user", collection, layout, layout_query, filter)
       VALUES ($1, 'visits', 'tabular', $2, $3)`,
      [
        users[0]?.id,
        JSON.stringify({ tabular: { fields: ['visited_on', 'arrived_at', 'submitted_at'], sort: ['-visited_on'] } }),
        JSON.stringify({ id: { _eq: id } }),
      ],
    );
    await page.goto(url('/content/visits'));
    await page.getByText(`${day} 08:15 北京时间`).first().waitFor();
    await page.getByText(`${submitted} 北京时间`).first().waitFor();
    await look(page, 'visits-abroad-1280');

    // The page of the visit itself.
    await page.goto(url(`/zhudian/visits/${id}`));
    // A button on the visit's own day, a field on any other.
    const times = async (): Promise<string> =>
      page.locator('.times').evaluate((shown) => [shown.textContent, ...[...shown.querySelectorAll('input')].map(({ value }) => value)].join(' '));
    await expect.poll(times).toContain('08:15');
    await look(page, 'visit-page-abroad');
    expect(faults).toEqual([]);
  } finally {
    await close();
  }
});

it('moments name no zone where the browser’s is Beijing’s', async () => {
  const id = await raise('围堰破损');
  const { page, close } = await enterPanel(test, 'city', { width: 390, height: 844 });
  try {
    await expect
      .poll(async () => (await test.database.query('SELECT FROM hazards WHERE id = $1 AND reported_at IS NOT NULL', [id])).rowCount)
      .toBe(1);
    await page.goto(url(`/content/hazards/${id}`));
    const reported = page.locator('[data-field="reported_at"]');
    await reported.getByText(/^\d{4}-\d\d-\d\d \d\d:\d\d$/).waitFor({ state: 'attached' });
    expect(await reported.innerText()).not.toContain('北京时间');
    await look(page, 'hazard-390');
  } finally {
    await close();
  }
});
