import type { Locator, Page } from 'playwright-core';
import type { FieldValue } from './FieldValue.ts';

/** Enters a value as a person does: into the field of that name in the form, or in the drawer, that is given. */
export async function fillField(page: Page, form: Locator, name: string, value: FieldValue): Promise<void> {
  const field = form.locator(`[data-field="${name}"]`).first();
  await field.waitFor();
  // To the middle first: at the edge the panel now and then scrolls a field away as often as the driver scrolls it back.
  await field.evaluate((element) => element.scrollIntoView({ block: 'center' }));
  if ('text' in value) await field.locator('input, textarea').first().fill(value.text);
  else if ('choice' in value) await choose(page, field, value.choice);
  else if ('row' in value) {
    await field.locator('.v-list-item').first().click();
    await pick(page, [value.row]);
  } else if ('rows' in value) {
    await field.locator('.actions button').last().click();
    await pick(page, value.rows);
  } else if ('inner' in value) {
    await field.locator('.actions button').first().click();
    const drawer = page.locator('.v-drawer').last();
    for (const [inner, one] of Object.entries(value.inner)) await fillField(page, drawer, inner, one);
    await confirm(page);
  } else if ('today' in value) await today(page, field);
  else if ('moment' in value) {
    const own = field.locator('input[type="datetime-local"]');
    if ((await own.count()) > 0) await own.fill(value.moment);
    else await today(page, field);
  } else await upload(page, field, value.file);
}

async function choose(page: Page, field: Locator, words: string): Promise<void> {
  const radio = field.locator('.v-radio', { hasText: words });
  if ((await radio.count()) > 0) {
    await radio.first().click();
    return;
  }
  await field.locator('.v-input, .v-select').first().click();
  await page.locator('.v-menu-content').getByText(words, { exact: true }).click();
}

/** Ticks rows in the drawer that has just come, each after a search for it. */
async function pick(page: Page, names: readonly string[]): Promise<void> {
  const drawer = page.locator('.v-drawer').last();
  await drawer.locator('tbody tr').first().waitFor();
  for (const name of names) {
    const search = drawer.locator('.search-input input');
    if (!(await search.isVisible())) await drawer.locator('.search-input').click();
    await search.fill(name);
    const row = drawer.locator('tbody tr', { hasText: name });
    await row.first().waitFor();
    await page.waitForFunction(
      (wanted) => [...document.querySelectorAll('.v-drawer tbody tr')].every((one) => one.textContent.includes(wanted)),
      name,
    );
    await row.first().click();
  }
  await confirm(page);
}

async function confirm(page: Page): Promise<void> {
  const drawers = page.locator('.v-drawer');
  const open = await drawers.count();
  await drawers
    .last()
    .locator('header button', { has: page.locator('[data-icon="check"]') })
    .click();
  await page.waitForFunction((before) => document.querySelectorAll('.v-drawer').length < before, open);
}

async function today(page: Page, field: Locator): Promise<void> {
  await field.locator('.v-list-item').first().click();
  await page.locator('.v-date-picker .calendar-footer button').first().click();
}

async function upload(page: Page, field: Locator, path: string): Promise<void> {
  await field.locator('.v-list-item').first().click();
  await page.locator('.v-menu-content .v-list-item', { has: page.locator('[data-icon="phonelink"]') }).click();
  await page.locator('.v-upload input[type="file"]').setInputFiles(path);
  await field.locator('.preview.has-file').waitFor();
}
