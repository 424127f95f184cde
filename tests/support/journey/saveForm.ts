import type { Page } from 'playwright-core';

/** What became of a form that somebody saved. */
export interface Saved {
  /** The key of the row; blank when it was refused. */
  readonly id: string;
  /** What the server said against it; blank when nothing. */
  readonly refused: string;
}

/** Presses the tick of the form that is open. A form that sends nothing does not hold: then it fails with what the page says. */
export async function saveForm(page: Page): Promise<Saved> {
  const before = new URL(page.url()).pathname;
  const answered = page.waitForResponse(
    (response) => ['POST', 'PATCH'].includes(response.request().method()) && /\/(items|users)(?!\/me\b)(\/|$|\?)/.test(response.url()),
    { timeout: 60_000 },
  );
  await page
    .locator('header button', { has: page.locator('[data-icon="check"]') })
    .first()
    .click();
  const answer = await answered.catch(() => null);
  if (answer === null) {
    const said = await page.locator('.notifications-group, .v-notice.danger, .validation-error').allInnerTexts();
    throw new Error(`the form sent nothing: ${said.join(' ')}`);
  }
  const body = (await answer.json().catch(() => ({}))) as { data?: { id?: string }; errors?: { message: string }[] };
  // Whoever has saved is led out of the form, but for the one of the settings: what is done next must not cross that.
  if (answer.ok() && !page.url().endsWith('/content/settings')) await page.waitForURL((url) => url.pathname !== before);
  return { id: body.data?.id ?? '', refused: (body.errors ?? []).map(({ message }) => message).join('\n') };
}
