import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, onTestFailed } from 'vitest';
import { enterPanel } from '../support/enterPanel.ts';
import { formEntries, type FormPlace, type FormRole } from '../support/forms/formEntries.ts';
import type { FieldValue } from '../support/forms/FieldValue.ts';
import { formChanges } from '../support/forms/formChanges.ts';
import type { FormEntry } from '../support/forms/FormEntry.ts';
import { ownForms } from '../support/forms/ownForms.ts';
import { fillForm } from '../support/journey/fillForm.ts';
import { goTo } from '../support/journey/goTo.ts';
import { saveForm } from '../support/journey/saveForm.ts';
import { useTestStack } from '../support/useTestStack.ts';

const test = useTestStack();
const ROLES: readonly FormRole[] = ['city', 'county', 'inspector'];
const HAZARD = '反应釜泄压管堵塞';
/** What no form may say to somebody who has entered all it asks for. */
const REFUSALS = /无权限|没有权限|禁止访问|不能为空|forbidden|permission|invalid|validation|required/i;

let place: FormPlace;
beforeAll(async () => {
  const county = await test.admin.send<{ id: string }>('POST', '/items/counties', { name: '表单试验区', code: '370899' });
  expect(county.errors).toEqual([]);
  const { rows: own } = await test.database.query<{ id: string; name: string }>(
    `SELECT c.id, c.name FROM directus_users u JOIN counties c ON c.id = u.county WHERE u.email = 'county@zhudian.example.org'`,
  );
  const enterprises = { city: '表单市级化工有限公司', county: '表单县级化工有限公司' };
  for (const name of Object.values(enterprises))
    expect((await test.admin.send('POST', '/items/enterprises', { name, county: own[0]?.id })).errors).toEqual([]);
  const { rows: people } = await test.database.query<{ name: string }>(
    `SELECT name FROM inspectors WHERE county = $1 AND status = 'active' AND level = 'county' ORDER BY name LIMIT 2`,
    [own[0]?.id],
  );
  const { rows: served } = await test.database.query<{ id: string; name: string }>(
    `SELECT e.id, e.name FROM enterprises e JOIN directus_users u ON strpos(e.visible_to, u.id::text) > 0
     WHERE u.email = 'inspector@zhudian.example.org' AND e.status = 'active'
       AND NOT EXISTS (SELECT FROM visits v WHERE v.enterprise = e.id AND v.visited_on = zhudian_today()) ORDER BY e.name LIMIT 1`,
  );
  const hazard = await test.admin.send('POST', '/items/hazards', {
    enterprise: served[0]?.id,
    severity: 'major',
    title: HAZARD,
    description: '一车间1号反应釜泄压管被物料堵塞，釜内带压运行',
    place: '一车间1号反应釜',
  });
  expect(hazard.errors).toEqual([]);
  // The demo has no mail that was given up.
  await test.database.query(
    `INSERT INTO deliveries (id, key, kind, status, composed_by, subject, error) VALUES (gen_random_uuid(), 'given-up:forms', 'report', 'dead', 'n8n', '月报', '550')`,
  );
  expect((await test.admin.send('POST', '/zhudian/suspicions/look')).errors).toEqual([]);
  place = {
    county: '表单试验区',
    own: own[0]?.name ?? '',
    enterprises,
    team: [people[0]?.name ?? '', people[1]?.name ?? ''],
    served: served[0]?.name ?? '',
    hazard: HAZARD,
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

/** A form that a failed test leaves half filled stands in no other's way. */
function leaveWhenFailed({ page }: { page: Page }): void {
  onTestFailed(async () => {
    await page.goto(`${test.stack.config.urls.directus}/admin/zhudian/help`);
  });
}

/** Changes what is given in a row's form; what was typed is what is stored. */
async function change({ page }: { page: Page }, collection: string, id: string, values: FormEntry['edit']): Promise<void> {
  await goTo(page, collection === 'settings' ? `content/${collection}` : `content/${collection}/${id}`);
  expect(await save(page, values)).toBe(id);
  for (const [field, value] of Object.entries(values)) {
    if (!('text' in value)) continue;
    const { rows } = await test.database.query<Record<string, unknown>>(`SELECT "${field}" FROM "${collection}" WHERE id = $1`, [id]);
    expect(rows[0]?.[field]).toBe(value.text);
  }
}

describe.each(ROLES)('the forms of the role %s', (role) => {
  const [created, updated] = [ownForms(role, 'create'), ownForms(role, 'update')];
  let panel: Awaited<ReturnType<typeof enterPanel>>;
  beforeAll(async () => {
    panel = await enterPanel(test, role, { width: 1280, height: 1000 });
  }, 180_000);
  afterAll(async () => {
    await panel.close();
  });

  it.each(created)(
    '%s: a new row is saved, opened again and changed',
    async (collection) => {
      leaveWhenFailed(panel);
      const entry = formEntries(role, place)[collection];
      if (!entry) throw new Error(`no entries for the form of ${collection}: add them to tests/support/forms/formEntries.ts`);
      await goTo(panel.page, `content/${collection}/+`);
      const id = await save(panel.page, entry.create);
      expect((await test.database.query(`SELECT FROM "${collection}" WHERE id = $1`, [id])).rowCount).toBe(1);
      // What a role asks for only, a document, is not its to change.
      if (updated.includes(collection)) await change(panel, collection, id, entry.edit);
      expect(panel.faults).toEqual([]);
    },
    300_000,
  );

  const changed = updated.filter((collection) => !created.includes(collection));
  it.runIf(changed.length > 0).each(changed)(
    '%s: a row that is there is opened and changed',
    async (collection) => {
      leaveWhenFailed(panel);
      const entry = formChanges(role)[collection];
      if (!entry) throw new Error(`no change for the form of ${collection}: add it to tests/support/forms/formChanges.ts`);
      const { rows } = await test.database.query<{ id: string }>(entry.row);
      if (!rows[0]) throw new Error(`no row of ${collection} to be changed`);
      await change(panel, collection, rows[0].id, entry.edit);
      expect(panel.faults).toEqual([]);
    },
    300_000,
  );
});
