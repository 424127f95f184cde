import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { enterPanel } from '../support/enterPanel.ts';
import { formEntries, type FormPlace, type FormRole } from '../support/forms/formEntries.ts';
import type { FieldValue } from '../support/forms/FieldValue.ts';
import { ownForms } from '../support/forms/ownForms.ts';
import { fillForm } from '../support/journey/fillForm.ts';
import { saveForm } from '../support/journey/saveForm.ts';
import { useTestStack } from '../support/useTestStack.ts';

const test = useTestStack();
const ROLES: readonly FormRole[] = ['city', 'county', 'inspector'];
/** What no form may say to somebody who has entered all it asks for. */
const REFUSALS = /无权限|没有权限|禁止访问|不能为空|forbidden|permission|invalid|validation|required/i;

let place: FormPlace;
beforeAll(async () => {
  const county = await test.admin.send<{ id: string }>('POST', '/items/counties', { name: '表单试验区', code: '370899' });
  expect(county.errors).toEqual([]);
  const { rows: own } = await test.database.query<{ id: string }>(
    `SELECT county AS id FROM directus_users WHERE email = 'county@zhudian.example.org'`,
  );
  const enterprise = await test.admin.send('POST', '/items/enterprises', { name: '表单试验化工有限公司', county: own[0]?.id });
  expect(enterprise.errors).toEqual([]);
  const { rows: people } = await test.database.query<{ name: string }>(
    `SELECT name FROM inspectors WHERE county = $1 AND status = 'active' AND level = 'county' ORDER BY name LIMIT 2`,
    [own[0]?.id],
  );
  const { rows: served } = await test.database.query<{ name: string }>(
    `SELECT e.name FROM enterprises e JOIN directus_users u ON strpos(e.visible_to, u.id::text) > 0
     WHERE u.email = 'inspector@zhudian.example.org' AND e.status = 'active'
       AND NOT EXISTS (SELECT FROM visits v WHERE v.enterprise = e.id AND v.visited_on = zhudian_today()) ORDER BY e.name LIMIT 1`,
  );
  place = {
    county: '表单试验区',
    enterprise: '表单试验化工有限公司',
    team: [people[0]?.name ?? '', people[1]?.name ?? ''],
    served: served[0]?.name ?? '',
  };
});

/** Fills what is given and saves; gives the key of the row that was saved. */
async function save(page: Page, values: Readonly<Record<string, FieldValue>>): Promise<string> {
  await fillForm(page, values);
  const { id, refused } = await saveForm(page);
  expect(refused).toBe('');
  const said = await page.locator('.notifications-group, .v-notice.danger, .validation-error').allInnerTexts();
  expect(said.join(' ')).not.toMatch(REFUSALS);
  return id;
}

describe.each(ROLES)('the forms of the role %s', (role) => {
  let panel: Awaited<ReturnType<typeof enterPanel>>;
  beforeAll(async () => {
    panel = await enterPanel(test, role, { width: 1280, height: 1000 });
  }, 180_000);
  afterAll(async () => {
    await panel.close();
  });

  it.each(ownForms(role, 'create'))(
    '%s: a new row is saved, opened again and changed',
    async (collection) => {
      const { page, faults } = panel;
      const entry = formEntries(role, place)[collection];
      if (!entry) throw new Error(`no entries for the form of ${collection}: add them to tests/support/forms/formEntries.ts`);
      const panelUrl = `${test.stack.config.urls.directus}/admin/content/${collection}`;
      await page.goto(`${panelUrl}/+`);
      const id = await save(page, entry.create);
      expect((await test.database.query(`SELECT FROM "${collection}" WHERE id = $1`, [id])).rowCount).toBe(1);

      await page.goto(`${panelUrl}/${id}`);
      expect(await save(page, entry.edit)).toBe(id);
      for (const [field, value] of Object.entries(entry.edit)) {
        if (!('text' in value)) continue;
        const { rows } = await test.database.query<Record<string, unknown>>(`SELECT "${field}" FROM "${collection}" WHERE id = $1`, [id]);
        expect(rows[0]?.[field]).toBe(value.text);
      }
      expect(faults).toEqual([]);
    },
    300_000,
  );
});
