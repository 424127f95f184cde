import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { countyId } from '../../scripts/provision/reference/counties.ts';
import { explainGaps } from '../support/explainGaps.ts';
import { enterPanel } from '../support/enterPanel.ts';
import { keepPicture } from '../support/keepPicture.ts';
import { setClock } from '../support/setClock.ts';
import { useTestStack } from '../support/useTestStack.ts';
import { waitFor } from '../support/waitFor.ts';

const test = useTestStack();
const PERIOD = '2026-10';
const field = (page: Page, name: string) => page.locator(`[data-field="${name}"]`);
const url = (path: string): string => `${test.stack.config.urls.directus}/admin${path}`;

async function status(period = PERIOD): Promise<Record<string, unknown>> {
  const { rows } = await test.database.query<Record<string, unknown>>('SELECT * FROM monthly_reports WHERE county = $1 AND period = $2', [
    countyId('370811'),
    period,
  ]);
  return rows[0] ?? {};
}
/** Saves the form that is open. */
async function save(page: Page, state: string, period = PERIOD): Promise<void> {
  const [answer] = await Promise.all([
    page.waitForResponse((response) => response.request().method() === 'PATCH' && response.url().includes('/items/monthly_reports/')),
    page.locator('header button', { has: page.locator('[data-icon="check"]') }).click(),
  ]);
  expect(await answer.text()).not.toContain('"errors"');
  await waitFor(`the report is ${state}`, async () => (await status(period)).status === state);
}
async function hand(page: Page): Promise<void> {
  // To the middle first: at the edge the panel now and then scrolls a field away as often as the driver scrolls it back.
  await field(page, 'status').evaluate((element) => element.scrollIntoView({ block: 'center' }));
  await field(page, 'status').locator('.v-input, .v-select, input').first().click();
  await page.locator('.v-menu-content').getByText('已报送', { exact: true }).click();
}

it('a county edits its report and hands it in, the city sends it back, the county corrects it, the city accepts it, and the compilation is there', async () => {
  await setClock(test, '2026-10-29T10:00:00+08:00');
  const county = await enterPanel(test, 'county', { width: 1280, height: 900 });
  const city = await enterPanel(test, 'city', { width: 1280, height: 900 });
  try {
    // The county begins at the board.
    await county.page.goto(url(`/zhudian/month-end?period=${PERIOD}`));
    await county.page.getByRole('button', { name: '开始填报' }).click();
    await county.page.waitForURL(/monthly_reports\/[0-9a-f-]{36}/);
    const form = county.page.url();
    await county.page.getByText(/报送前还有 \d 处要补充/).waitFor();
    await field(county.page, 'progress').locator('textarea').fill('本月对辖区企业逐家开展驻点，隐患均已建档并督促整改');
    await field(county.page, 'problems').locator('textarea').fill('查阅各企业驻点记录和隐患台账，未发现需市级协调解决的问题');
    await field(county.page, 'practices').locator('textarea').fill('把任务清单与企业日周月排查结合');
    await field(county.page, 'gap_explanation')
      .locator('textarea')
      .fill(await explainGaps(test, countyId('370811'), PERIOD));
    await test.database.query(
      `UPDATE monthly_reports SET contact = (SELECT id FROM contacts WHERE county = $1 AND status = 'active' ORDER BY id LIMIT 1), filled_on = '2026-10-29'
       WHERE county = $1 AND period = $2`,
      [countyId('370811'), PERIOD],
    );
    await save(county.page, 'draft');
    await county.page.goto(form);
    await county.page.getByText('内容齐全').waitFor();
    await keepPicture(county.page, 'report-ready');
    await hand(county.page);
    await save(county.page, 'submitted');

    // The city returns it with a reason that says something.
    await city.page.goto(url(`/zhudian/month-end?period=${PERIOD}`));
    const row = city.page.locator('tr[data-county="370811"]');
    await row.getByText('按时').waitFor();
    await row.getByRole('button', { name: '退回' }).click();
    const reason = city.page.getByRole('dialog').locator('textarea');
    await reason.fill('改');
    expect(await city.page.getByRole('dialog').getByRole('button', { name: '退回' }).isDisabled()).toBe(true);
    await reason.fill('问题困难请写明具体企业和台账');
    await city.page.getByRole('dialog').getByRole('button', { name: '退回' }).click();
    await row.getByText('已退回').waitFor();
    // What came back was in time all the same.
    await row.getByText('首次报送按时').waitFor();
    await setClock(test, '2026-11-03T10:00:00+08:00');

    await county.page.goto(form);
    await county.page.getByText('首次报送按时').first().waitFor();
    await field(county.page, 'return_reason').getByText('问题困难').or(field(county.page, 'return_reason').locator('textarea')).first().waitFor();
    await field(county.page, 'problems').locator('textarea').fill('任城区个别企业晨会台账缺失，已督促补齐');
    await hand(county.page);
    await save(county.page, 'submitted');
    expect(await status()).toMatchObject({ submission: 2, on_time: true, problems: '任城区个别企业晨会台账缺失，已督促补齐' });

    // The city accepts it, and compiles now.
    await city.page.reload();
    await row.getByText('首次报送按时').waitFor();
    await row.getByRole('button', { name: '接收' }).click();
    await row.getByText('已接收').waitFor();
    await city.page.getByRole('button', { name: '现在汇总' }).click();
    const compiled = city.page.getByText('全市月调度汇总-2026-10-第1版').first();
    await compiled.waitFor({ timeout: 60_000 });
    await city.page.getByRole('link', { name: 'Excel' }).first().waitFor({ timeout: 60_000 });
    await city.page.getByText('应报', { exact: true }).first().scrollIntoViewIfNeeded();
    // Directus's own sidebar does not take the table's place.
    expect(await city.page.evaluate(() => localStorage.getItem('sidebar-collapsed'))).toBe('true');
    await keepPicture(city.page, 'month-end-city');
    await city.page.setViewportSize({ width: 390, height: 844 });
    expect(await city.page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
    await keepPicture(city.page, 'month-end-phone');
    expect([...county.faults, ...city.faults]).toEqual([]);
  } finally {
    await setClock(test, null);
    await county.close();
    await city.close();
  }
}, 600_000);

it('of a month that nobody owes a report of, neither the board nor annex 4 says that all have reported', async () => {
  await test.database.query(`UPDATE counties SET date_created = '2023-09-05T00:00:00Z'`);
  const { page, faults, close } = await enterPanel(test, 'city', { width: 1280, height: 900 });
  try {
    await page.goto(url('/zhudian/month-end?period=2023-08'));
    await page.getByText('本月没有应报送的县（市、区）。').waitFor();
    expect(await page.getByText('均已报送').count()).toBe(0);
    expect(await page.getByText('100%').count()).toBe(0);
    await page.goto(url('/zhudian/statistics?period=2023-08'));
    await page.getByText('本月没有应报送月报的县（市、区）。').waitFor();
    expect(await page.getByText('均已报送').count()).toBe(0);
    expect(faults).toEqual([]);
  } finally {
    await close();
  }
});

it('a draft whose figures are old says which, is brought up to date by a button, and keeps what a person wrote; annex 4 marks what moved since', async () => {
  const month = '2026-09';
  await setClock(test, '2026-09-12T10:00:00+08:00');
  const county = await enterPanel(test, 'county', { width: 1280, height: 900 });
  const city = await enterPanel(test, 'city', { width: 1440, height: 900 });
  try {
    await county.page.goto(url(`/zhudian/month-end?period=${month}`));
    await county.page.getByRole('button', { name: '开始填报' }).click();
    await county.page.waitForURL(/monthly_reports\/[0-9a-f-]{36}/);
    const id = county.page.url().split('/').at(-1) ?? '';
    const hazard = `INSERT INTO hazards (id, enterprise, severity, status, title, description, measures, responsible_person, deadline, found_on)
      SELECT gen_random_uuid(), (SELECT id FROM enterprises WHERE county = $1 AND status = 'active' ORDER BY name LIMIT 1), 'general', 'open', '可燃气体报警器未校验',
        '罐区东侧两台可燃气体报警器校验标签已过期四个月', '送检并更换到期的报警器', '设备科长', zhudian_today() + 30, zhudian_today()`;
    await setClock(test, '2026-09-20T10:00:00+08:00');
    await test.database.query(hazard, [countyId('370811')]);
    await setClock(test, '2026-09-28T10:00:00+08:00');
    await county.page.reload();
    await county.page.getByText(/工作进展中的数与统计不一致：.*发现隐患（项）文字为/).waitFor();
    expect(await county.page.getByText('内容齐全').count()).toBe(0);
    await keepPicture(county.page, 'report-figures');
    const before = await field(county.page, 'progress').locator('textarea').inputValue();
    const refresh = county.page.getByRole('button', { name: '刷新数据' });
    await field(county.page, 'problems').locator('textarea').fill('个别企业晨会台账缺失，已督促补齐');
    // What is not saved would be lost.
    await expect.poll(() => refresh.isDisabled()).toBe(true);
    await save(county.page, 'draft', month);
    await county.page.goto(url(`/content/monthly_reports/${id}`));
    await Promise.all([county.page.waitForEvent('load', { timeout: 240_000 }), refresh.click()]);
    await expect.poll(() => field(county.page, 'problems').locator('textarea').inputValue()).toBe('个别企业晨会台账缺失，已督促补齐');
    const fresh = await field(county.page, 'progress').locator('textarea').inputValue();
    expect([fresh !== '', fresh !== before]).toEqual([true, true]);
    await county.page.getByText(/报送前还有 \d 处要补充/).waitFor();
    expect(await county.page.getByText('文字为').count()).toBe(0);

    const { rows } = await test.database.query<{ id: string }>("SELECT id FROM contacts WHERE county = $1 AND status = 'active' LIMIT 1", [
      countyId('370811'),
    ]);
    await test.database.query(
      `UPDATE monthly_reports SET contact = $2, filled_on = '2026-09-28', practices = '把任务清单与企业日周月排查结合', gap_explanation = $3, status = 'submitted' WHERE id = $1`,
      [id, rows[0]?.id, await explainGaps(test, countyId('370811'), month)],
    );
    await setClock(test, '2026-09-29T10:00:00+08:00');
    await test.database.query(hazard, [countyId('370811')]);
    await city.page.goto(url(`/zhudian/statistics?period=${month}`));
    const cell = city.page.locator('button[title*="报送"]').first();
    await cell.waitFor();
    expect(await cell.innerText()).toContain('※');
    await city.page.getByText(/※任城区：报送后有更正.*发现隐患（项）报送 \d+，现为 \d+（\+1）/).waitFor();
    await keepPicture(city.page, 'statistics-corrected');
    await cell.click();
    await city.page
      .getByRole('dialog')
      .getByText(/报送 \d+，现为 \d+（\+1）/)
      .waitFor();
    expect([...county.faults, ...city.faults]).toEqual([]);
  } finally {
    await setClock(test, null);
    await county.close();
    await city.close();
  }
}, 600_000);
