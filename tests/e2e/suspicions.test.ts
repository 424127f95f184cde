import { expect, it } from 'vitest';
import { enterPanel } from '../support/enterPanel.ts';
import { useTestStack } from '../support/useTestStack.ts';

const test = useTestStack();

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
