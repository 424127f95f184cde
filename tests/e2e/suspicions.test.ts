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
