import { simpleParser } from 'mailparser';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Api } from '../support/Api.ts';
import { keepLook } from '../support/journey/keepLook.ts';
import { keepPicture } from '../support/keepPicture.ts';
import { openBrowser } from '../support/openBrowser.ts';
import { useTestStack } from '../support/useTestStack.ts';
import { waitFor } from '../support/waitFor.ts';
import { PIXEL } from '../support/pixel.ts';

const test = useTestStack();
let browser: Awaited<ReturnType<typeof openBrowser>>;

beforeAll(async () => {
  browser = await openBrowser({ width: 390, height: 844 });
}, 600_000);
afterAll(async () => {
  await browser.close();
}, 120_000);

const sync = (page: Page) => page.getByTestId('sync');
const item = (page: Page, number: number) => page.locator('.item').nth(number - 1);
const box = (scope: ReturnType<typeof item>, label: string) => scope.getByLabel(label);

/** The keys under which the phone keeps something. */
const onPhone = async (page: Page): Promise<string[]> =>
  await page.evaluate(
    async () =>
      await new Promise<string[]>((resolve, reject) => {
        const opening = indexedDB.open('zhudian');
        opening.onerror = () => reject(new Error('no storage'));
        opening.onsuccess = () => {
          const keys = opening.result.transaction('visits').objectStore('visits').getAllKeys();
          keys.onsuccess = () => resolve(keys.result as string[]);
        };
      }),
  );

async function draw(page: Page): Promise<void> {
  const pad = page.locator('canvas');
  const area = await pad.boundingBox();
  if (!area) throw new Error('no signature pad');
  await page.mouse.move(area.x + 40, area.y + 60);
  await page.mouse.down();
  for (let step = 1; step <= 12; step += 1) await page.mouse.move(area.x + 40 + step * 18, area.y + 60 + (step % 2) * 50);
  await page.mouse.up();
  await page.getByRole('button', { name: '确定' }).click();
}

it('an inspector does a whole visit on a phone with a bad network; the county sends it back, it is corrected and handed in again', async () => {
  const { urls } = test.stack.config;
  const passwords = test.stack.secrets.demoPasswords;
  const page = await browser.context.newPage();
  let says: 'accept' | 'dismiss' = 'accept';
  page.on('dialog', (dialog) => void dialog[says]().catch(() => undefined));
  await page.goto(`${urls.directus}/admin/login`);
  await page.fill('input[type=email]', 'inspector@zhudian.example.org');
  await page.fill('input[type=password]', passwords.inspector);
  await page.click('button[type=submit]');
  await page.waitForURL(/\/admin\/(content|zhudian)/);
  await page.goto(`${urls.directus}/admin/zhudian/visits/new`);
  await page.locator('.enterprises button').first().click();
  await page.waitForURL(/visits\/[0-9a-f-]{36}$/);
  const id = page.url().split('/').pop() ?? '';
  await page.locator('.item').nth(10).waitFor();
  await keepPicture(page, 'phone-checklist');

  // One tap for a result; a lacking item asks for what is lacking.
  await item(page, 1).getByRole('radio', { name: '已落实', exact: true }).check();
  await item(page, 3).getByRole('radio', { name: '未落实', exact: true }).check();
  await box(item(page, 3), '存在问题描述（问题要具体化） *').fill('二车间动火作业票未经安全员签字，现场无人监护');
  await box(item(page, 3), '整改建议 *').fill('立即停止动火，补办作业票并安排专人监护');
  // Its upload breaks off half-way: Directus has the row of the file, and none of its bytes.
  await browser.context.route(/\/files\b/, (route) => (route.request().method() === 'POST' ? route.abort('internetdisconnected') : route.continue()));
  await item(page, 3).locator('input[type=file]').setInputFiles({ name: 'a.png', mimeType: 'image/png', buffer: PIXEL });
  await item(page, 3).locator('.thumb').waitFor();
  await expect.poll(async () => sync(page).textContent()).toContain('网络不通');
  const [picture] = (await onPhone(page)).filter((key) => key.includes('/bytes/')).map((key) => key.split('/').pop());
  await test.database.query(
    `INSERT INTO directus_files (id, storage, filename_disk, filename_download, type, uploaded_by, created_on)
     SELECT $1::uuid, 'local', $1::uuid::text || '.jpg', 'a.jpg', 'image/jpeg', id, now() FROM directus_users WHERE email = 'inspector@zhudian.example.org'`,
    [picture],
  );
  await browser.context.unroute(/\/files\b/);
  await page.evaluate(() => window.dispatchEvent(new Event('online')));
  await expect.poll(async () => sync(page).textContent()).toContain('已同步');
  await item(page, 3).scrollIntoViewIfNeeded();
  await keepPicture(page, 'phone-lacking-item');
  const { rows: files } = await test.database.query('SELECT filesize::int > 0 AS whole FROM directus_files WHERE id = $1', [picture]);
  expect(files).toEqual([{ whole: true }]);

  // The network goes: what is typed stays on the phone, over a reload too.
  await browser.context.route(/\/(items|files)\b/, (route) =>
    route.request().method() === 'GET' ? route.continue() : route.abort('internetdisconnected'),
  );
  await page.getByLabel('驻点监督任务开展情况 *').fill('上午查看作业票和台账，下午现场监督动火作业');
  await page.getByRole('button', { name: '指导完善规章制度（条） 加一' }).click();
  await page.getByRole('button', { name: '指导完善规章制度（条） 加一' }).click();
  await expect.poll(async () => sync(page).textContent()).toContain('网络不通');
  await keepPicture(page, 'phone-offline');
  // No network at all, and over to the camera and back: the panel would throw the person out to the login page.
  await browser.context.setOffline(true);
  await page.evaluate(() => {
    for (const state of ['hidden', 'visible']) {
      Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => state });
      document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
    }
  });
  await page.waitForTimeout(3000);
  expect((await test.database.query('SELECT FROM hazards WHERE visit = $1', [id])).rowCount).toBe(0);
  expect(page.url()).toContain(`/zhudian/visits/${id}`);
  expect(await page.getByLabel('驻点监督任务开展情况 *').inputValue()).toBe('上午查看作业票和台账，下午现场监督动火作业');
  await browser.context.setOffline(false);
  await page.reload();
  await page.locator('.item').nth(10).waitFor();
  expect(await page.getByLabel('驻点监督任务开展情况 *').inputValue()).toBe('上午查看作业票和台账，下午现场监督动火作业');
  await browser.context.unroute(/\/(items|files)\b/);
  await page.evaluate(() => window.dispatchEvent(new Event('online')));
  await expect.poll(async () => sync(page).textContent()).toContain('已同步');
  const { rows: typed } = await test.database.query('SELECT log, rules_improved, status FROM visits WHERE id = $1', [id]);
  expect(typed).toEqual([{ log: '上午查看作业票和台账，下午现场监督动火作业', rules_improved: 2, status: 'draft' }]);

  // What the lists do not have is added by the team; what was added by mistake goes again.
  for (const content of ['核查储罐区可燃气体报警器校验标签', '写错的一项']) {
    await page.getByRole('button', { name: '增加检查内容' }).click();
    await page.getByRole('dialog').getByLabel('检查内容 *').fill(content);
    await page.getByRole('dialog').getByRole('button', { name: '确定' }).click();
  }
  await item(page, 13).waitFor();
  await expect.poll(async () => sync(page).textContent()).toContain('已同步');
  await item(page, 13).getByRole('button', { name: '删除这项检查内容' }).click();
  await expect.poll(async () => page.locator('.item').count()).toBe(12);

  // A hazard that is half written is still there after the page was gone.
  const dialog = page.getByRole('dialog');
  await page.getByRole('button', { name: '登记清单以外的隐患' }).click();
  await dialog.getByLabel('隐患描述 *').fill('东门消防通道堆放原料桶，占用约两米');
  await page.waitForTimeout(300);
  // What is only half written is on the phone alone, whatever else is sent meanwhile.
  await page.evaluate(() => window.dispatchEvent(new Event('online')));
  await page.waitForTimeout(3000);
  await page.reload();
  await dialog.waitFor();
  expect(await dialog.getByLabel('隐患描述 *').inputValue()).toBe('东门消防通道堆放原料桶，占用约两米');
  // "Back", however often, closes it only for who gives it up.
  says = 'dismiss';
  for (let times = 0; times < 3; times += 1) await page.keyboard.press('Escape');
  expect(await dialog.getByLabel('隐患描述 *').inputValue()).toBe('东门消防通道堆放原料桶，占用约两米');
  says = 'accept';
  await dialog.getByRole('button', { name: '取消' }).click();
  await expect.poll(async () => dialog.count()).toBe(0);

  // A major hazard goes out of the draft at once, with what is known filled in.
  await item(page, 3).getByRole('button', { name: '转为隐患' }).click();
  expect(await dialog.getByLabel('隐患描述 *').inputValue()).toBe('二车间动火作业票未经安全员签字，现场无人监护');
  await dialog.getByRole('radio', { name: '重大事故隐患' }).check();
  await keepPicture(page, 'phone-major-hazard');
  await dialog.getByRole('button', { name: '确定' }).click();
  const mail = await waitFor(
    'the mail of the major hazard',
    async () => {
      const parsed = await Promise.all(test.smtp.taken.map(({ raw }) => simpleParser(raw)));
      return parsed.find(({ subject }) => subject?.includes('重大事故隐患'));
    },
    90,
  );
  expect(mail.text).toContain('二车间动火作业票未经安全员签字');
  // The item shows what was made of it, with its words and its picture; one more can be made.
  await item(page, 3)
    .getByRole('button', { name: /已转为隐患：二车间动火作业票未经安全员签字（重大事故隐患 · 待整改）/ })
    .click();
  expect(await dialog.getByLabel('整改措施').inputValue()).toBe('立即停止动火，补办作业票并安排专人监护');
  expect(await dialog.locator('.thumb').count()).toBe(1);
  await dialog.getByRole('button', { name: '取消' }).click();
  await item(page, 3).getByRole('button', { name: '再转一条隐患' }).waitFor();
  await item(page, 3).scrollIntoViewIfNeeded();
  await keepLook(page, 'phone-made-hazard');

  // Handing in says what is missing and goes there.
  await page.getByTestId('submit').click();
  await expect.poll(async () => page.getByTestId('submit').textContent()).toContain('处需要完善');
  await page.getByRole('button', { name: '其余各项均已落实' }).click();
  for (const number of [0, 1]) {
    await page.getByRole('button', { name: '签字', exact: true }).first().click();
    if (number === 0) await keepPicture(page, 'phone-signature');
    await draw(page);
    await expect.poll(async () => page.getByText('已签字').count()).toBe(number + 1);
  }
  await page.getByTestId('submit').click();
  await page.getByText('本记录已提交，只能查看').waitFor();
  await keepPicture(page, 'phone-submitted');
  // Nothing of it stays on a phone that others use too.
  await expect.poll(async () => (await onPhone(page)).filter((key) => !key.includes('/answer/'))).toEqual([]);

  const { rows: whole } = await test.database.query(
    `SELECT status, (SELECT count(*)::int FROM visit_items WHERE visit = v.id AND result IS NOT NULL) AS items,
       (SELECT count(*)::int FROM visit_inspectors WHERE visit = v.id AND signature IS NOT NULL) AS signatures,
       (SELECT count(*)::int FROM visits_photos WHERE visit = v.id AND visit_item IS NOT NULL) AS photos,
       (SELECT count(*)::int FROM hazards WHERE visit = v.id AND severity = 'major') AS majors FROM visits v WHERE id = $1`,
    [id],
  );
  expect(whole).toEqual([{ status: 'submitted', items: 12, signatures: 2, photos: 1, majors: 1 }]);
  expect(
    (
      await test.database.query(`SELECT FROM outbox WHERE topic = 'hazard.major' AND subject IN (SELECT id::text FROM hazards WHERE visit = $1)`, [
        id,
      ])
    ).rowCount,
  ).toBe(1);

  // The county sends it back with a reason; the inspector corrects it and hands it in again.
  const county = await Api.login(urls.directus, 'county@zhudian.example.org', passwords.county);
  expect((await county.send('PATCH', `/items/visits/${id}`, { status: 'returned', return_reason: '第3项请写明动火部位的编号' })).errors).toEqual([]);
  await page.reload();
  await page.getByText('第3项请写明动火部位的编号').waitFor();
  await keepPicture(page, 'phone-returned');
  await box(item(page, 3), '存在问题描述（问题要具体化） *').fill('二车间3号釜平台动火作业票未经安全员签字，现场无人监护');
  await expect.poll(async () => sync(page).textContent()).toContain('已同步');
  // The submission arrives and its answer is lost: the phone finds out that it was its own.
  let unanswered = 0;
  await browser.context.route(/\/items\/visits\//, async (route) => {
    const isLost = route.request().method() === 'PATCH' && unanswered === 0;
    if (isLost) {
      unanswered += 1;
      await route.fetch();
      await route.abort('internetdisconnected');
    } else await route.continue();
  });
  await page.getByTestId('submit').click();
  await page.getByText('本记录已提交，只能查看').waitFor();
  expect(unanswered).toBe(1);
  const { rows: steps } = await test.database.query('SELECT "from", "to" FROM visit_events WHERE visit = $1 ORDER BY at', [id]);
  expect(steps).toEqual([
    { from: null, to: 'draft' },
    { from: 'draft', to: 'submitted' },
    { from: 'submitted', to: 'returned' },
    { from: 'returned', to: 'submitted' },
    // What was changed after the return.
    { from: 'submitted', to: 'submitted' },
  ]);
});

it('a visit of a day that is over has the times of that day, and what the phone keeps back is told where it stands', async () => {
  const { urls } = test.stack.config;
  const { rows } = await test.database.query<{ enterprise: string; day: string }>(
    `SELECT e.id AS enterprise, day::date::text AS day FROM enterprises e JOIN directus_users u ON strpos(e.visible_to, u.id::text) > 0
       JOIN teams t ON t.enterprise = e.id, generate_series(zhudian_today() - 20, zhudian_today() - 2, interval '1 day') day
     WHERE u.email = 'inspector@zhudian.example.org' AND t.valid_from <= day AND (t.valid_to IS NULL OR t.valid_to >= day)
       AND NOT EXISTS (SELECT FROM visits v WHERE v.enterprise = e.id AND v.visited_on = day) ORDER BY day, e.id LIMIT 1`,
  );
  const { enterprise, day } = rows[0]!;
  const page = await browser.context.newPage();
  page.on('dialog', (dialog) => void dialog.accept().catch(() => undefined));
  // No visit of a day to come is begun: it could never be handed in.
  await page.goto(`${urls.directus}/admin/zhudian/visits/new?day=2099-01-01`);
  await page.locator('.enterprises button').first().click();
  await page.getByText('驻点日期不能晚于今天').waitFor();
  expect(new URL(page.url()).pathname).toMatch(/visits\/new$/);

  await page.goto(`${urls.directus}/admin/zhudian/visits/new?enterprise=${enterprise}&day=${day}`);
  await page.waitForURL(/visits\/[0-9a-f-]{36}$/);
  const id = page.url().split('/').pop() ?? '';
  await page.locator('.item').nth(10).waitFor();
  const stored = async (columns: string): Promise<unknown> =>
    (await test.database.query<Record<string, unknown>>(`SELECT ${columns} FROM visits WHERE id = $1`, [id])).rows[0];
  const log = page.getByLabel('驻点监督任务开展情况 *');

  // "Now" is no time of a day that is over.
  expect(
    await page
      .locator('.times')
      .getByRole('button', { name: /到达|离开/ })
      .count(),
  ).toBe(0);
  await page.getByLabel(`到达时间（${day} 当天）`).fill('09:10');
  // No stay at all is told as soon as it is typed.
  await page.getByLabel(`离开时间（${day} 当天）`).fill('09:10');
  await page.getByLabel(`离开时间（${day} 当天）`).blur();
  await page.getByText('到达和离开是同一分钟').waitFor();
  await keepLook(page, 'phone-no-stay');
  await page.getByLabel(`离开时间（${day} 当天）`).fill('11:40');
  await page.getByLabel(`离开时间（${day} 当天）`).blur();
  const times = `to_char(arrived_at AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI') AS arrived, to_char(left_at AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI') AS gone`;
  await expect.poll(async () => stored(times), { timeout: 30_000 }).toEqual({ arrived: `${day} 09:10`, gone: `${day} 11:40` });

  // A line break from Word is one.
  await log.focus();
  await page.keyboard.insertText('上午查台账\u000b下午看现场');
  expect(await log.inputValue()).toBe('上午查台账\n下午看现场');
  await expect.poll(async () => stored('log'), { timeout: 30_000 }).toEqual({ log: '上午查台账\n下午看现场' });
  await browser.context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.evaluate(async () => navigator.clipboard.writeText('\u2028三车间\u200b也看了\u000b𠮷师傅陪同👨\u200d👩\u200d👧'));
  await log.press('End');
  await log.press('Control+V');
  await expect
    .poll(async () => stored('log'), { timeout: 30_000 })
    .toEqual({ log: '上午查台账\n下午看现场\n三车间也看了\n𠮷师傅陪同👨\u200d👩\u200d👧' });
  await expect.poll(async () => sync(page).textContent()).toMatch(/已同步$/);

  // What cannot be read is told at its field, and counted where it says that all else is there.
  await log.press('End');
  await page.keyboard.insertText('\u0007');
  const fault = page.locator('#log .fault');
  await fault.waitFor();
  expect(await fault.textContent()).toContain('不可见的控制字符（U+0007）');
  expect(await sync(page).textContent()).toContain('已同步；标红的 1 处只在本机');
  await log.press('Backspace');
  await expect.poll(async () => sync(page).textContent()).toMatch(/已同步$/);
  await item(page, 3).getByRole('radio', { name: '未落实', exact: true }).check();
  await box(item(page, 3), '存在问题描述（问题要具体化） *').fill('无');
  await expect.poll(async () => sync(page).textContent()).toContain('标红的 2 处只在本机');
  await item(page, 3).locator('.fault').first().waitFor();
  await keepPicture(page, 'phone-kept-back');

  // A general hazard may be kept as it is; the visit is not handed in without its plan.
  const dialog = page.getByRole('dialog');
  await page.getByRole('button', { name: '登记清单以外的隐患' }).click();
  await dialog.getByText('提交驻点记录前须填写整改措施').waitFor();
  await dialog.getByLabel('隐患名称 *').fill('消防通道占用');
  await dialog.getByLabel('隐患描述 *').fill('东门消防通道堆放原料桶，占用约两米');
  await dialog.getByRole('button', { name: '确定' }).click();
  await expect.poll(async () => dialog.count()).toBe(0);
  await page.getByTestId('submit').click();
  await page.locator('.hazards .fault').first().waitFor();
  expect(await page.locator('.hazards .fault').first().textContent()).toContain('提交前还须填写：整改措施、整改时限、整改责任人');
  await page.locator('.hazards button').first().click();
  await expect.poll(async () => dialog.locator('.fault').count()).toBeGreaterThanOrEqual(3);
});
