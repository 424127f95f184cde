import type { Browser } from 'playwright-core';
import { Api } from '../Api.ts';
import type { PanelRole } from '../enterPanel.ts';
import type { TestStack } from '../TestStack.ts';
import { chooseFirst } from '../chooseFirst.ts';
import { keepJourneyTime } from './moveBrowsers.ts';
import type { Login, Person } from './Person.ts';

const KINDS = {
  phone: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 },
  desk: { viewport: { width: 1440, height: 900 } },
} as const;

/** Logs somebody in, in a browser profile of their own: what is kept in one is in no other. */
export async function enterAs(browser: Browser, { stack }: TestStack, who: PanelRole | Login, kind: keyof typeof KINDS): Promise<Person> {
  const { directus } = stack.config.urls;
  const login: Login = typeof who === 'object' ? who : { email: `${who}@zhudian.example.org`, password: stack.secrets.demoPasswords[who] };
  const context = await browser.newContext({ ...KINDS[kind], locale: 'zh-CN', timezoneId: 'Asia/Shanghai', acceptDownloads: true });
  // Not measures of speed: what a busy machine answers late is still right.
  context.setDefaultTimeout(90_000);
  context.setDefaultNavigationTimeout(120_000);
  await keepJourneyTime(context);
  const page = await context.newPage();
  const faults: string[] = [];
  context.on('weberror', (fault) => faults.push(fault.error().stack ?? fault.error().message));
  const open = async (path: string): Promise<void> => {
    await page.goto(`${directus}/admin/${path}`);
  };
  await open('login');
  await page.fill('input[type=email]', login.email);
  await page.fill('input[type=password]', login.given ?? login.password);
  await page.click('button[type=submit]');
  if (login.given !== undefined) await chooseFirst(page, login.password);
  await page.waitForURL(/\/admin\/(zhudian(?!\/first-password)|content|users|files)/);
  const person: Person = { page, context, api: await Api.login(directus, login.email, login.password), faults, says: 'accept', open };
  page.on('dialog', (dialog) => void dialog[person.says]().catch(() => undefined));
  return person;
}
