import { expect, it } from 'vitest';
import { Api } from '../support/Api.ts';
import { keepLook } from '../support/journey/keepLook.ts';
import { enterPanel } from '../support/enterPanel.ts';
import { useTestStack } from '../support/useTestStack.ts';
import { waitFor } from '../support/waitFor.ts';

const test = useTestStack();

it('the phone of the inspector says when a major hazard was reported and who confirmed it, without being opened anew; a dispute takes that back', async () => {
  const { urls } = test.stack.config;
  const { page, faults, close } = await enterPanel(test, 'inspector', { width: 390, height: 844 });
  try {
    await page.goto(`${urls.directus}/admin/zhudian/visits/new`);
    await page.locator('.enterprises button').first().click();
    await page.waitForURL(/visits\/[0-9a-f-]{36}$/);
    const visit = page.url().split('/').pop() ?? '';
    await page.locator('.item').nth(10).waitFor();
    // With no network it is still here alone.
    await page.context().setOffline(true);
    await page.getByRole('button', { name: '登记清单以外的隐患' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('radio', { name: '重大事故隐患' }).check();
    await dialog.getByLabel('隐患名称 *').fill('反应釜安全阀失效');
    await dialog.getByLabel('隐患描述 *').fill('二车间3号反应釜安全阀铅封缺失，校验标签已过期七个月，釜内带压运行');
    await dialog.getByRole('button', { name: '确定' }).click();
    const row = page.locator('.hazards button').first();
    await row.getByText('还在本机，尚未上传').waitFor();
    await page.context().setOffline(false);
    await page.evaluate(() => window.dispatchEvent(new Event('online')));

    const moment = String.raw`\d{4}-\d\d-\d\d \d\d:\d\d`;
    await row.getByText(new RegExp(`已于 ${moment} 直报市级，尚未签收`)).waitFor({ timeout: 120_000 });
    await row.scrollIntoViewIfNeeded();
    await keepLook(page, 'receipt-phone-reported');
    const hazard = await waitFor('the hazard', async () => {
      const { rows } = await test.database.query<{ id: string }>('SELECT id FROM hazards WHERE visit = $1', [visit]);
      return rows[0]?.id ?? null;
    });
    const city = await Api.login(urls.directus, 'city@zhudian.example.org', test.stack.secrets.demoPasswords.city);
    expect((await city.send('POST', `/zhudian/hazards/${hazard}/acknowledge`, {})).errors).toEqual([]);
    await row.getByText(new RegExp(`已于 ${moment} 直报市级；沈知远已于 ${moment} 签收`)).waitFor({ timeout: 60_000 });
    await keepLook(page, 'receipt-phone-confirmed');
    await page.reload();
    await row.getByText(/沈知远已于 .+ 签收/).waitFor();
    await row.click();
    await dialog.getByText(/沈知远已于 .+ 签收/).waitFor();
    await keepLook(page, 'receipt-phone-dialog');
    await dialog.getByRole('button', { name: '取消' }).click();

    expect((await city.send('POST', `/zhudian/hazards/${hazard}/dispute`, { reason: '签收人并非市化工专项行动办的人员' })).errors).toEqual([]);
    // Whoever comes back to the page reads what is so now.
    await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
    await row.getByText('尚未签收').waitFor();
    // The panel itself asks for this and that while there is no network.
    expect(faults.filter((fault) => fault !== 'Network Error')).toEqual([]);
  } finally {
    await close();
  }
}, 400_000);
