import { expect } from 'vitest';
import { keepLook } from './keepLook.ts';
import type { ReadMail } from './mails.ts';
import type { Person } from './Person.ts';

/** Opens a mail in a window of its reader's beside the panel: nothing of it sticks out, and its look is kept. */
export async function showMail({ context }: Person, { html }: ReadMail, name: string): Promise<void> {
  const page = await context.newPage();
  try {
    await page.setContent(html);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    await keepLook(page, name);
  } finally {
    await page.close();
  }
}
