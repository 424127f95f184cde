import { simpleParser } from 'mailparser';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { linkIn } from '../support/linkOf.ts';
import { keepPicture } from '../support/keepPicture.ts';
import { openBrowser } from '../support/openBrowser.ts';
import { useTestStack } from '../support/useTestStack.ts';
import { waitFor } from '../support/waitFor.ts';

const test = useTestStack();
let browser: Awaited<ReturnType<typeof openBrowser>>;

beforeAll(async () => {
  browser = await openBrowser({ width: 1360, height: 900 });
}, 600_000);
afterAll(async () => {
  await browser.close();
}, 120_000);

it('an officer saves a major hazard in the panel; the mail is in the mailbox, and one click confirms it', async () => {
  const { directus } = test.stack.config.urls;
  const page = await browser.context.newPage();
  await page.goto(`${directus}/admin/login`);
  await page.fill('input[type=email]', 'city@zhudian.example.org');
  await page.fill('input[type=password]', test.stack.secrets.demoPasswords.city);
  await page.click('button[type=submit]');
  await page.waitForURL(/\/admin\/(content|zhudian|users|files)/);

  await page.goto(`${directus}/admin/content/hazards`);
  await page.getByText('整改中').first().waitFor();
  await keepPicture(page, 'panel-hazards');

  await page.goto(`${directus}/admin/content/hazards/+`);
  const field = (name: string) => page.locator(`[data-field="${name}"]`);
  await field('title').locator('input').fill('反应釜安全阀失效');
  await field('description').locator('textarea').fill('存在问题');
  await field('place').locator('input').fill('二车间3号反应釜');
  await field('severity').getByText('重大事故隐患').click();
  await field('enterprise').locator('.v-list-item').first().click();
  await page.locator('.v-drawer tbody tr', { hasText: '有限公司' }).first().click();
  await page.locator('.v-drawer button:has(i[data-icon="check"])').click();
  await page.locator('.v-drawer').waitFor({ state: 'detached' });
  const save = page.locator('button:has(i[data-icon="check"]):visible').first();
  await save.click();
  await page
    .getByText(/不够具体（问题要具体化）/)
    .first()
    .waitFor();
  await keepPicture(page, 'panel-fault');
  expect(test.smtp.taken).toEqual([]);

  await field('description').locator('textarea').fill('二车间3号反应釜安全阀铅封缺失，校验标签已过期七个月，釜内带压运行');
  await save.click();
  const taken = await waitFor('the mail is there', () =>
    Promise.resolve(test.smtp.taken.find(({ key }) => key.startsWith('hazard.major:') && !key.endsWith(':copy'))),
  );
  const mail = await simpleParser(taken.raw);
  expect(mail.subject).toContain('反应釜安全阀失效');
  expect(mail.attachments).toHaveLength(1);

  const phone = await browser.context.newPage();
  await phone.setViewportSize({ width: 390, height: 844 });
  await phone.setContent(mail.html || '');
  await keepPicture(phone, 'mail-phone');
  const link = linkIn(mail.html);
  await phone.goto(link);
  await keepPicture(phone, 'acknowledge-phone');
  await phone.fill('#name', '王明');
  await phone.click('button[type=submit]');
  await phone.getByText('已签收').first().waitFor();
  await keepPicture(phone, 'acknowledge-done-phone');
  const { rows } = await test.database.query<{ acknowledged_by: string }>(
    'SELECT acknowledged_by FROM hazards WHERE title = $1 AND acknowledged_at IS NOT NULL',
    ['反应釜安全阀失效'],
  );
  expect(rows).toEqual([{ acknowledged_by: '王明' }]);
});

it('a maintainer finds the workflow readable in n8n', async () => {
  const { n8n } = test.stack.config.urls;
  const page = await browser.context.newPage();
  await page.goto(`${n8n}/signin`);
  await page.fill('input[type=email], input[name=emailOrLdapLoginId]', 'admin@zhudian.example.org');
  await page.fill('input[type=password]', test.stack.secrets.n8nOwnerPassword);
  await page.getByRole('button', { name: /sign in|登录/i }).click();
  await page.waitForURL(/home|workflow/);
  const { rows } = await (await test.stack.connect('n8n')).query<{ id: string }>(`SELECT id FROM workflow_entity WHERE id = 'escalateHazard01'`);
  await page.goto(`${n8n}/workflow/${rows[0]?.id}`);
  await page.locator('[data-test-id=canvas-node], .vue-flow__node').first().waitFor();
  await page.keyboard.press('1');
  await expect.poll(async () => page.locator('.vue-flow__node').count()).toBeGreaterThan(6);
  await page.waitForTimeout(1500);
  await keepPicture(page, 'workflow-escalate');
});
