import type { Page } from 'playwright-core';
import { openBrowser } from './openBrowser.ts';
import type { TestStack } from './TestStack.ts';

export type PanelRole = keyof TestStack['stack']['secrets']['demoPasswords'];

/** A browser in which somebody has logged in to the panel, at the page where the role begins; `faults` gathers what went wrong in it. */
export async function enterPanel(
  { stack }: TestStack,
  role: PanelRole,
  viewport: { readonly width: number; readonly height: number },
  timezoneId?: string,
): Promise<{ page: Page; faults: string[]; close: () => Promise<void> }> {
  const browser = await openBrowser(viewport, timezoneId);
  const page = await browser.context.newPage();
  const faults: string[] = [];
  page.on('pageerror', ({ message }) => faults.push(message));
  await page.goto(`${stack.config.urls.directus}/admin/login`);
  await page.fill('input[type=email]', `${role}@zhudian.example.org`);
  await page.fill('input[type=password]', stack.secrets.demoPasswords[role]);
  await page.click('button[type=submit]');
  await page.waitForURL(/\/admin\/(zhudian|content|users|files)/);
  return { page, faults, close: () => browser.close() };
}
