import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { countyId } from '../../scripts/provision/reference/counties.ts';
import { addReport } from '../support/addReport.ts';
import { enterPanel } from '../support/enterPanel.ts';
import { keepPicture } from '../support/keepPicture.ts';
import { useTestStack } from '../support/useTestStack.ts';

const test = useTestStack();

async function looksWhole(page: Page): Promise<void> {
  expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
  expect(await page.locator('body').innerText()).not.toMatch(/NaN|undefined|\$t:|zd_/);
}
const open = async (page: Page, query = ''): Promise<void> => {
  await page.goto(`${test.stack.config.urls.directus}/admin/zhudian/statistics${query}`);
  await page.getByRole('columnheader', { name: '督促企业单位落实责任及措施' }).waitFor();
};

it('the city reads annex 4, opens a number, sees what it is made of and goes to the hazard itself', async () => {
  const { page, faults, close } = await enterPanel(test, 'city', { width: 1440, height: 1000 });
  try {
    await test.database.query(
      `INSERT INTO opening_balances (id, county, as_of, hazards_found, hazards_rectified) VALUES (gen_random_uuid(), $1, '2024-05-31', 61, 60)`,
      [countyId('370811')],
    );
    await page.getByRole('link', { name: '附件4 统计表' }).click();
    await page.getByRole('columnheader', { name: '督促企业单位落实责任及措施' }).waitFor();
    await looksWhole(page);
    expect(await page.locator('tbody tr').count()).toBe(14);
    expect(await page.locator('thead tr').last().locator('th').count()).toBe(15);
    await keepPicture(page, 'statistics-city');
    const number = page.getByRole('button', { name: /^任城区 发现隐患（项） \d+$/ });
    const shown = Number(await number.innerText());
    await number.click();
    const drawer = page.getByRole('dialog');
    await drawer.getByText('期初数').waitFor();
    const parts = await drawer.locator('dd').allInnerTexts();
    expect(parts).toHaveLength(2);
    expect(Number(parts[0]) + Number(parts[1])).toBe(shown);
    expect(parts[0]).toBe('61');
    expect(await drawer.locator('a').count()).toBe(Number(parts[1]));
    await page.waitForTimeout(300);
    await keepPicture(page, 'statistics-behind');
    const hazard = await drawer.locator('a').first().getAttribute('href');
    await drawer.locator('a').first().click();
    await page.waitForURL(new RegExp(`${hazard ?? 'nowhere'}$`));
    expect(faults).toEqual([]);
  } finally {
    await close();
  }
});

it('month and span stand in the address, and counties without a report are marked', async () => {
  const { page, close } = await enterPanel(test, 'city', { width: 1440, height: 900 });
  try {
    await test.database.query(`UPDATE counties SET date_created = '2024-06-30T15:00:00Z'`);
    await addReport(test, countyId('370812'), '2024-06', 'submitted');
    await open(page, '?period=2024-06&span=month');
    await page.getByText('2024年6月当月').waitFor();
    expect(await page.getByRole('radio', { name: '当月' }).getAttribute('aria-checked')).toBe('true');
    await expect.poll(() => page.locator('tbody .unreported').count()).toBe(13);
    expect(await page.getByRole('rowheader', { name: '兖州区' }).innerText()).not.toContain('未报');
    await page.getByRole('radio', { name: '累计' }).click();
    await page.getByText('2023年8月至2024年6月动态累计').waitFor();
    await page.getByRole('button', { name: '下一月' }).click();
    await page.getByText('2023年8月至2024年7月动态累计').waitFor();
    expect(page.url()).toContain('period=2024-07');
  } finally {
    await close();
  }
});

it('a county sees its own row on a phone, and a long list behind a number page by page', async () => {
  const { page, faults, close } = await enterPanel(test, 'county', { width: 390, height: 844 });
  try {
    await test.database.query(
      `INSERT INTO hazards (id, enterprise, severity, status, title, description, found_on, deadline, measures, responsible_person)
       SELECT gen_random_uuid(), (SELECT id FROM enterprises WHERE county = $1 ORDER BY name LIMIT 1), 'general', 'open', '可燃气体报警器未校验',
         '罐区东侧两台可燃气体报警器校验标签已过期四个月', zhudian_today(), zhudian_today() + 30, '停用并更换', '设备科长' FROM generate_series(1, 60)`,
      [countyId('370811')],
    );
    await open(page);
    await looksWhole(page);
    expect(await page.locator('tbody tr').count()).toBe(1);
    await keepPicture(page, 'statistics-phone');
    await page.getByRole('button', { name: /^任城区 发现隐患（项） \d+$/ }).click();
    const drawer = page.getByRole('dialog');
    await drawer.getByText(/第 1 \/ \d+ 页/).waitFor();
    expect(await drawer.locator('a').count()).toBe(50);
    await drawer.getByRole('button', { name: '下一页' }).click();
    await drawer.getByText(/第 2 \/ \d+ 页/).waitFor();
    expect(await drawer.locator('a').count()).toBeGreaterThan(9);
    await looksWhole(page);
    await keepPicture(page, 'statistics-behind-phone');
    await page.keyboard.press('Escape');
    await drawer.waitFor({ state: 'detached' });
    expect(faults).toEqual([]);
  } finally {
    await close();
  }
});

it('an inspector has no entry for it, and is told so at its address', async () => {
  const { page, close } = await enterPanel(test, 'inspector', { width: 1440, height: 900 });
  try {
    expect(await page.getByRole('link', { name: '附件4 统计表' }).count()).toBe(0);
    await page.goto(`${test.stack.config.urls.directus}/admin/zhudian/statistics`);
    await page.getByText('只供市、县两级办公室查阅').waitFor();
  } finally {
    await close();
  }
});
