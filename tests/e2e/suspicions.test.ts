import { expect, it } from 'vitest';
import { enterPanel } from '../support/enterPanel.ts';
import { keepPicture } from '../support/keepPicture.ts';
import { useTestStack } from '../support/useTestStack.ts';

const test = useTestStack();

it('a county sees at the visit why it is suspicious, goes to the mark, and finds it in the list', async () => {
  const { rows } = await test.database.query<{ id: string }>(
    `UPDATE visits SET arrived_at = (visited_on + time '09:00') AT TIME ZONE 'Asia/Shanghai', left_at = (visited_on + time '09:11') AT TIME ZONE 'Asia/Shanghai',
       correction_reason = '补登到达和离开时间'
     WHERE id = (SELECT v.id FROM visits v JOIN counties c ON c.id = v.county WHERE c.code = '370811' AND v.status = 'submitted' ORDER BY v.visited_on DESC, v.id LIMIT 1) RETURNING id`,
  );
  const visit = rows[0]?.id ?? '';
  expect((await test.admin.send('POST', '/zhudian/suspicions/look')).errors).toEqual([]);
  const { page, faults, close } = await enterPanel(test, 'county', { width: 1440, height: 1000 });
  try {
    const { directus } = test.stack.config.urls;
    await page.goto(`${directus}/admin/content/visits/${visit}`);
    const mark = page.locator('.suspicions li', { hasText: '驻点用时 11 分钟（09:00—09:11），少于 30 分钟' });
    await mark.waitFor();
    await keepPicture(page, 'suspicions-visit');
    await mark.getByRole('link', { name: '核实' }).click();
    await page.waitForURL(/content\/suspicions\/[0-9a-f-]{36}$/);
    await page.getByText('核实说明').first().waitFor();
    await page.goto(`${directus}/admin/content/suspicions`);
    await page.getByText('驻点用时 11 分钟').first().waitFor();
    await keepPicture(page, 'suspicions-list');
    expect(faults).toEqual([]);
  } finally {
    await close();
  }
});

it('an inspector sees no mark at a visit', async () => {
  const { page, faults, close } = await enterPanel(test, 'inspector', { width: 1440, height: 900 });
  try {
    const { rows } = await test.database.query<{ id: string }>(
      `SELECT v.id FROM visits v JOIN directus_users u ON strpos(v.visible_to, u.id::text) > 0 WHERE v.status = 'submitted' AND u.email LIKE 'inspector@%' ORDER BY v.visited_on DESC LIMIT 1`,
    );
    await page.goto(`${test.stack.config.urls.directus}/admin/content/visits/${rows[0]?.id ?? ''}`);
    await page.getByText('驻点企业').first().waitFor();
    await page.waitForLoadState('networkidle');
    expect(await page.locator('.suspicions').count()).toBe(0);
    expect(faults).toEqual([]);
  } finally {
    await close();
  }
});

it('an inspector says on the phone that a signature is not theirs, takes it back, and says it at the visit; the county sees it there', async () => {
  const REASON = '当天在县里开会，没有到这家企业';
  const phone = await enterPanel(test, 'inspector', { width: 390, height: 844 });
  const { directus } = test.stack.config.urls;
  let visit = '';
  try {
    const { page, faults } = phone;
    const entry = page.locator('.visit').first();
    await entry.scrollIntoViewIfNeeded();
    visit = /visits\/([0-9a-f-]{36})/.exec((await entry.getByRole('link').getAttribute('href')) ?? '')?.[1] ?? '';
    await entry.getByRole('button', { name: '不是我签的' }).click();
    const sheet = page.getByRole('dialog', { name: /的签字不是您签的/ });
    await sheet.getByLabel(/^理由/).fill('不是我');
    await sheet.getByRole('button', { name: '提交' }).click();
    await sheet.getByText('过于简单').waitFor();
    await keepPicture(page, 'contest-390');
    await sheet.getByLabel(/^理由/).fill(REASON);
    await sheet.getByRole('button', { name: '提交' }).click();
    await entry.getByText(`您已说明这不是您签的：${REASON}`).waitFor();
    await entry.getByRole('button', { name: '撤回说明' }).click();
    await entry.getByRole('button', { name: '不是我签的' }).waitFor();

    await entry.getByRole('link').click();
    await page.waitForURL(`**/zhudian/visits/${visit}`);
    await page.getByRole('button', { name: '不是我签的' }).click();
    await page.getByRole('dialog').getByLabel(/^理由/).fill(REASON);
    await page.getByRole('dialog').getByRole('button', { name: '提交' }).click();
    await page.getByText(`您已说明这不是您签的：${REASON}`).waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
    expect(faults).toEqual([]);
  } finally {
    await phone.close();
  }
  const { page, faults, close } = await enterPanel(test, 'county', { width: 1440, height: 1000 });
  try {
    await page.goto(`${directus}/admin/content/visits/${visit}`);
    await page.locator('.suspicions li', { hasText: `自己名下的签字不是本人所签，理由为“${REASON}”` }).waitFor();
    const people = page.locator('[data-field="inspectors"]');
    await people.getByText(`本人称不是其所签：${REASON}`).waitFor();
    expect(await people.getByText('本人称不是其所签').count()).toBe(1);
    await people.scrollIntoViewIfNeeded();
    await keepPicture(page, 'contest-county');
    await page.goto(`${directus}/admin/content/suspicions`);
    await page.getByText('本人称非其签字').first().waitFor();
    expect(faults).toEqual([]);
  } finally {
    await close();
  }
});
