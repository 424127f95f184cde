import type { Page } from 'playwright-core';

/** Chooses a password on the page where somebody begins whose password was given. */
export async function chooseFirst(page: Page, password: string): Promise<void> {
  await page.waitForURL(/\/admin\/zhudian\/first-password$/);
  await page.getByLabel('新密码', { exact: true }).fill(password);
  await page.getByLabel('再输入一次新密码').fill(password);
  await page.getByRole('button', { name: '保存并进入工作台' }).click();
}
