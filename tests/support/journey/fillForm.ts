import type { Page } from 'playwright-core';
import { fillField } from '../forms/fillField.ts';
import type { FieldValue } from '../forms/FieldValue.ts';

/** A day, `YYYY-MM-DD`, that somebody points at in the calendar of a field. */
export interface DayValue {
  readonly day: string;
}

/** What is entered into a form, by the names of its fields. */
export type FormValues = Readonly<Record<string, FieldValue | DayValue>>;

/** Fills fields of the form that is open, in the order given; groups that are closed are opened. */
export async function fillForm(page: Page, values: FormValues): Promise<void> {
  const form = page.locator('.v-form').first();
  await form.locator('[data-field]').filter({ visible: true }).first().waitFor();
  for (const [name, value] of Object.entries(values)) {
    await openGroupOf(page, name);
    if ('day' in value) await pickDay(page, name, value.day);
    else await fillField(page, form, name, value);
  }
}

/** A field may lie in a group that is closed. */
async function openGroupOf(page: Page, name: string): Promise<void> {
  const field = page.locator(`[data-field="${name}"]`).first();
  for (const group of await page.locator('.group-detail .v-divider:not(.active), .v-detail .v-divider:not(.active)').all()) {
    if ((await field.count()) > 0 && (await field.isVisible())) return;
    await group.click();
  }
}

/** Goes from month to month, as the calendar's arrows do, until the day is there. */
async function pickDay(page: Page, name: string, day: string): Promise<void> {
  const field = page.locator(`[data-field="${name}"]`).first();
  // To the middle first: at the edge the panel now and then scrolls a field away as often as the driver scrolls it back.
  await field.evaluate((element) => element.scrollIntoView({ block: 'center' }));
  await field.locator('.v-list-item').first().click();
  const calendar = page.locator('.v-date-picker').last();
  const cells = calendar.locator('.calendar-cell-trigger:not([data-outside-view])');
  await cells.first().waitFor();
  for (let months = 0; months < 24; months += 1) {
    const shown = (await cells.first().getAttribute('data-value')) ?? '';
    if (shown.slice(0, 7) === day.slice(0, 7)) break;
    await calendar.locator('.calendar-nav-button')[shown > day ? 'first' : 'last']().click();
  }
  await calendar.locator(`.calendar-cell-trigger[data-value="${day}"]:not([data-outside-view])`).click();
  await calendar.waitFor({ state: 'detached' });
}
