import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { openBrowser } from '../support/openBrowser.ts';
import { startTestStack, type TestStack } from '../support/TestStack.ts';

const PICTURES = join(import.meta.dirname, '../../docs/images');
const keep = process.env.ZHUDIAN_PICTURES === 'true';

let test: TestStack;
let failed = false;

beforeAll(async () => {
  test = await startTestStack();
  if (keep) await mkdir(PICTURES, { recursive: true });
}, 600_000);
afterEach(({ task }) => {
  failed ||= task.result?.state === 'fail';
});
afterAll(async () => {
  await test.close(failed);
}, 120_000);

it.each([
  ['inspector', 390, 844, '开始驻点'],
  ['county', 390, 844, '本月尚未驻点的企业'],
  ['city', 1440, 900, '各县（市、区）情况'],
  ['auditor', 1440, 900, '各县（市、区）情况'],
] as const)('%s logs in at %i pixels and begins at the workbench, which fits the screen', async (role, width, height, words) => {
  const browser = await openBrowser({ width, height });
  try {
    const { directus } = test.stack.config.urls;
    const page = await browser.context.newPage();
    const faults: string[] = [];
    page.on('pageerror', ({ message }) => faults.push(message));
    await page.goto(`${directus}/admin/login`);
    await page.fill('input[type=email]', `${role}@zhudian.example.org`);
    await page.fill('input[type=password]', test.stack.secrets.demoPasswords[role]);
    await page.click('button[type=submit]');
    await page.waitForURL(/\/admin\/zhudian$/);
    await page.getByText(words).first().waitFor();
    expect(faults).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
    expect(await page.locator('body').innerText()).not.toMatch(/NaN|undefined|\$t:|zd_/);
    if (keep) await page.screenshot({ path: join(PICTURES, `workbench-${role}.png`) });
  } finally {
    await browser.close();
  }
});
