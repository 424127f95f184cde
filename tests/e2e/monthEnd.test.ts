import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { countyId } from '../../scripts/provision/reference/counties.ts';
import { enterPanel } from '../support/enterPanel.ts';
import { keepPicture } from '../support/keepPicture.ts';
import { setClock } from '../support/setClock.ts';
import { useTestStack } from '../support/useTestStack.ts';
import { waitFor } from '../support/waitFor.ts';

const test = useTestStack();
const PERIOD = '2026-10';
const field = (page: Page, name: string) => page.locator(`[data-field="${name}"]`);
const url = (path: string): string => `${test.stack.config.urls.directus}/admin${path}`;

async function status(): Promise<Record<string, unknown>> {
  const { rows } = await test.database.query<Record<string, unknown>>('SELECT * FROM monthly_reports WHERE county = $1 AND period = $2', [
    countyId('370811'),
    PERIOD,
  ]);
  return rows[0] ?? {};
}
/** Saves the form that is open. */
async function save(page: Page, state: string): Promise<void> {
  const [answer] = await Promise.all([
    page.waitForResponse((response) => response.request().method() === 'PATCH' && response.url().includes('/items/monthly_reports/')),
    page.locator('header button', { has: page.locator('[data-icon="check"]') }).click(),
  ]);
  expect(await answer.text()).not.toContain('"errors"');
  await waitFor(`the report is ${state}`, async () => (await status()).status === state);
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
    await field(county.page, 'problems').locator('textarea').fill('无');
    await field(county.page, 'practices').locator('textarea').fill('把任务清单与企业日周月排查结合');
    await field(county.page, 'gap_explanation').locator('textarea').fill('未驻点企业停产检修，复产后补驻；未提交的记录三日内提交');
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

    await county.page.goto(form);
    await field(county.page, 'return_reason').getByText('问题困难').or(field(county.page, 'return_reason').locator('textarea')).first().waitFor();
    await field(county.page, 'problems').locator('textarea').fill('任城区个别企业晨会台账缺失，已督促补齐');
    await hand(county.page);
    await save(county.page, 'submitted');
    expect(await status()).toMatchObject({ submission: 2, on_time: true, problems: '任城区个别企业晨会台账缺失，已督促补齐' });

    // The city accepts it, and compiles now.
    await city.page.reload();
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
}, 300_000);
