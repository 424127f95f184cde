import type { Page } from 'playwright-core';
import { expect, it, vi } from 'vitest';
import type { Statistics } from '../../extensions/directus-extension-zhudian/src/api/statistics/readStatistics.ts';
import { Api } from '../support/Api.ts';
import { enterPanel } from '../support/enterPanel.ts';
import { keepPicture } from '../support/keepPicture.ts';
import { useTestStack } from '../support/useTestStack.ts';

const test = useTestStack();

/** Nothing sticks out of the screen, and nothing of a machine's stands on it. */
async function looksWhole(page: Page): Promise<void> {
  expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
  expect(await page.locator('body').innerText()).not.toMatch(/NaN|undefined|\$t:|zd_/);
}

it.each([
  ['inspector', 390, 844, '开始驻点'],
  ['county', 390, 844, '本月尚未驻点的企业'],
  ['city', 1440, 900, '各县（市、区）情况'],
  ['auditor', 1440, 900, '各县（市、区）情况'],
] as const)('%s logs in at %i pixels and begins at the workbench, which fits the screen', async (role, width, height, words) => {
  const { page, faults, close } = await enterPanel(test, role, { width, height });
  try {
    await page.waitForURL(/\/admin\/zhudian$/);
    await page.getByText(words).first().waitFor();
    expect(faults).toEqual([]);
    await looksWhole(page);
    await keepPicture(page, `workbench-${role}`);
  } finally {
    await close();
  }
});

it('the dashboard shows coverage, hazards, major hazards and the trend from the data', async () => {
  const { page, faults, close } = await enterPanel(test, 'city', { width: 1440, height: 1000 });
  try {
    const { directus } = test.stack.config.urls;
    await page.goto(`${directus}/admin/insights`);
    await page.locator('table a, table tr.table-row, .v-table tbody tr').first().click();
    await page.waitForURL(/insights\/[0-9a-f-]{36}/);
    await page.getByText('任城区').first().waitFor();
    await page.waitForLoadState('networkidle');
    await looksWhole(page);
    expect(faults).toEqual([]);
    await keepPicture(page, 'dashboard');
  } finally {
    await close();
  }
});

it('the dashboard sums annex 4 of a month that is chosen, and leads to its counties', async () => {
  const { page, faults, close } = await enterPanel(test, 'city', { width: 1280, height: 1500 });
  try {
    const { directus } = test.stack.config.urls;
    const city = await Api.login(directus, 'city@zhudian.example.org', test.stack.secrets.demoPasswords.city);
    await page.goto(`${directus}/admin/insights`);
    await page.locator('table a, table tr.table-row, .v-table tbody tr').first().click();
    await page.waitForURL(/insights\/[0-9a-f-]{36}/);
    const panel = page.locator('.v-workspace-tile', { hasText: '附件4 统计表' });
    const months = panel.locator('select');
    await months.waitFor();
    const all = await months.locator('option').evaluateAll((options) => options.map((option) => (option as HTMLOptionElement).value));
    for (const period of [all[0], all[1]]) {
      await months.selectOption(period ?? '');
      const { data } = await city.send<Statistics>('GET', `/zhudian/statistics?period=${period}`);
      for (const [row, span] of (['month', 'cumulative'] as const).entries()) {
        const shown = panel.locator('tbody tr').nth(row).locator('td');
        await expect.poll(async () => (await shown.allInnerTexts()).map((text) => text.trim())).toEqual(Object.values(data.total[span]).map(String));
      }
    }
    expect(await panel.locator('.scroll').evaluate((part) => part.scrollWidth - part.clientWidth)).toBeLessThanOrEqual(0);
    await looksWhole(page);
    await keepPicture(page, 'dashboard-1280');
    await panel.getByRole('link', { name: '当月' }).click();
    await page.waitForURL(`**/zhudian/statistics?period=${all[1]}&span=month`);
    await page.getByText('任城区').first().waitFor();
    expect(faults).toEqual([]);
  } finally {
    await close();
  }
});

it('the page of the roster fits a phone', async () => {
  const { page, close } = await enterPanel(test, 'county', { width: 390, height: 844 });
  try {
    await page.goto(`${test.stack.config.urls.directus}/admin/zhudian/roster`);
    await page.getByText('模板').first().waitFor();
    await looksWhole(page);
    await keepPicture(page, 'roster-phone');
  } finally {
    await close();
  }
});

it('an inspector reads the handbook on a phone, with its pictures', async () => {
  const { page, close } = await enterPanel(test, 'inspector', { width: 390, height: 844 });
  try {
    await page.goto(`${test.stack.config.urls.directus}/admin/zhudian/help`);
    await page.getByRole('heading', { name: '驻点人员使用手册' }).waitFor();
    await page.waitForFunction(() => {
      const pictures = [...document.querySelectorAll<HTMLImageElement>('article img')];
      return pictures.length > 0 && pictures.every((picture) => picture.complete && picture.naturalWidth > 0);
    });
    await looksWhole(page);
    await keepPicture(page, 'help-phone');
  } finally {
    await close();
  }
});

it('an item of a visit that was sent back is filled in on the form of the panel, and saved with it', async () => {
  const { page, faults, close } = await enterPanel(test, 'inspector', { width: 1440, height: 1000 });
  const database = await test.stack.connect('directus');
  try {
    // Whether the demo has a draft of theirs depends on the day: the newest visit is sent back.
    const { rows } = await database.query<{ id: string; item: string }>(
      `WITH newest AS (SELECT v.id FROM visits v JOIN directus_users u ON strpos(v.visible_to, u.id::text) > 0
           WHERE v.status = 'submitted' AND u.email LIKE 'inspector@%' ORDER BY v.visited_on DESC, v.id LIMIT 1),
         returned AS (UPDATE visits SET status = 'returned', return_reason = '第1项请写明情况' WHERE id IN (SELECT id FROM newest) RETURNING id)
       SELECT r.id, i.id AS item FROM returned r JOIN visit_items i ON i.visit = r.id ORDER BY i.sort LIMIT 1`,
    );
    const draft = rows[0]!;
    await page.goto(`${test.stack.config.urls.directus}/admin/content/visits/${draft.id}`);
    const item = page.locator(`#item-${draft.item}`);
    await item.getByRole('radio', { name: '部分落实' }).check();
    await item.getByLabel('存在问题描述').fill('二号车间离心机岗位的责任清单没有本季度的考核记录');
    await item.getByLabel('整改建议').fill('一周内补齐考核记录，由车间主任签字确认');
    await keepPicture(page, 'checklist-form');
    await page.keyboard.press('Control+s');
    await vi.waitFor(
      async () => {
        const saved = await database.query<{ result: string; suggestion: string }>('SELECT result, suggestion FROM visit_items WHERE id = $1', [
          draft.item,
        ]);
        expect(saved.rows[0]).toEqual({ result: 'partial', suggestion: '一周内补齐考核记录，由车间主任签字确认' });
      },
      { timeout: 60_000, interval: 300 },
    );
    await item.getByText('存在问题描述').waitFor();
    expect(faults).toEqual([]);
  } finally {
    await database.end();
    await close();
  }
});

it('the work log of a visit is made at the press of a button, and can be downloaded', async () => {
  const { page, faults, close } = await enterPanel(test, 'inspector', { width: 1440, height: 1000 });
  const database = await test.stack.connect('directus');
  try {
    const { rows } = await database.query<{ id: string }>(
      `SELECT v.id FROM visits v JOIN directus_users u ON strpos(v.visible_to, u.id::text) > 0
       WHERE v.status = 'submitted' AND u.email LIKE 'inspector@%' ORDER BY v.visited_on DESC, v.id LIMIT 1`,
    );
    await page.goto(`${test.stack.config.urls.directus}/admin/content/visits/${rows[0]?.id ?? ''}`);
    await page.getByRole('button', { name: '生成工作日志' }).click();
    const link = page.getByRole('link', { name: '驻点监督工作日志' });
    await link.waitFor();
    const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
    expect(download.suggestedFilename()).toMatch(/^驻点监督工作日志-.+\.docx$/);
    await keepPicture(page.locator('.documents'), 'documents-form');
    expect(faults).toEqual([]);
  } finally {
    await database.end();
    await close();
  }
});
