import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { roles } from '../../schema/roles.ts';
import { countyId } from '../../scripts/provision/reference/counties.ts';
import { done } from '../support/answers.ts';
import { chooseFirst } from '../support/chooseFirst.ts';
import { keepPicture } from '../support/keepPicture.ts';
import { newPassword } from '../support/newLogin.ts';
import { openBrowser } from '../support/openBrowser.ts';
import { useTestStack } from '../support/useTestStack.ts';

const test = useTestStack();

async function logIn(page: Page, email: string, password: string, path = 'login'): Promise<void> {
  await page.goto(`${test.stack.config.urls.directus}/admin/${path}`);
  await page.fill('input[type=email]', email);
  await page.fill('input[type=password]', password);
  await page.click('button[type=submit]');
}

it.each([
  ['inspector', 390, 844],
  ['county', 1280, 900],
] as const)(
  '%s with a given password chooses another at %i pixels before anything else, is told each fault at its field, and goes on to the workbench',
  async (role, width, height) => {
    const email = `first-${role}@zhudian.example.org`;
    const [given, own] = [newPassword(), newPassword()];
    const row = { email, password: given, role: roles[role].id, language: 'zh-CN', ...(role === 'county' ? { county: countyId('370811') } : {}) };
    done(await test.admin.send('POST', '/users', row));
    const browser = await openBrowser({ width, height });
    try {
      const page = await browser.context.newPage();
      const faults: string[] = [];
      page.on('pageerror', ({ message }) => faults.push(message));
      // By a link in a mail, which has a goal of its own.
      await logIn(page, email, given, 'content/visits');
      await page.waitForURL(/\/admin\/zhudian\/first-password$/);
      await page.getByText('密码是由他人为您设置的').waitFor();
      expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
      if (width === 390) await keepPicture(page, 'first-password-390');

      const [fresh, again] = [page.getByLabel('新密码', { exact: true }), page.getByLabel('再输入一次新密码')];
      const save = page.getByRole('button', { name: '保存并进入工作台' });
      const tells = async (words: RegExp, field: typeof fresh): Promise<void> => {
        const told = page.getByRole('alert').filter({ hasText: words });
        await told.waitFor();
        expect(await field.getAttribute('aria-describedby')).toBe(await told.getAttribute('id'));
      };
      await fresh.fill('1234567890');
      await save.click();
      await tells(/字母和数字/, fresh);
      await fresh.fill(own);
      await again.fill(`${own}x`);
      await save.click();
      await tells(/不一致/, again);
      await fresh.fill(given);
      await again.fill(given);
      await save.click();
      await tells(/不能与他人为您设置的密码相同/, fresh);

      // Another page leads back here.
      await page.goto(`${test.stack.config.urls.directus}/admin/content/enterprises`);
      await chooseFirst(page, own);
      await page.waitForURL(/\/admin\/zhudian$/);
      await page
        .getByText(role === 'inspector' ? '您目前没有负责的企业' : '本月尚未驻点的企业')
        .first()
        .waitFor();
      await page.goto(`${test.stack.config.urls.directus}/admin/logout`);
      await page.waitForURL(/\/admin\/login/);
      await logIn(page, email, own);
      await page.waitForURL(/\/admin\/zhudian$/);
      expect(faults).toEqual([]);
    } finally {
      await browser.close();
    }
  },
);
