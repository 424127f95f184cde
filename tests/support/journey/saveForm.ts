import type { Page } from 'playwright-core';

/** What became of a form that somebody saved. */
export interface Saved {
  /** The key of the row; blank when it was refused. */
  readonly id: string;
  /** What the panel or the server said against it; blank when nothing. */
  readonly refused: string;
}

/** What the panel lists before it sends anything. */
const ASKED = '.v-notice.danger .validation-error';

/** Presses the tick of the form that is open. A form that sends nothing and asks for nothing fails. */
export async function saveForm(page: Page): Promise<Saved> {
  const before = new URL(page.url()).pathname;
  // A list of an earlier refusal stands there until the form is saved anew.
  await page.locator(ASKED).evaluateAll((all) => {
    for (const one of all) one.setAttribute('data-read', '');
  });
  const sent = page
    .waitForRequest((request) => ['POST', 'PATCH'].includes(request.method()) && /\/(items|users)(?!\/me\b)(\/|$|\?)/.test(request.url()), {
      timeout: 60_000,
    })
    .catch(() => null);
  const asked = page
    .locator(`${ASKED}:not([data-read])`)
    .first()
    .waitFor({ timeout: 60_000 })
    .catch(() => undefined);
  await page
    .locator('header button', { has: page.locator('[data-icon="check"]') })
    .first()
    .click();
  const request = await Promise.race([sent, asked.then(() => null)]);
  const answer = await request?.response();
  if (!answer) {
    const said = await page.locator(ASKED).allInnerTexts();
    if (said.length === 0) throw new Error('the form sent nothing and says nothing');
    return { id: '', refused: said.join('\n') };
  }
  const body = (await answer.json().catch(() => ({}))) as { data?: { id?: string }; errors?: { message: string }[] };
  // Whoever has saved is led out of the form, but for the one of the settings: what is done next must not cross that.
  if (answer.ok() && !page.url().endsWith('/content/settings')) await page.waitForURL((url) => url.pathname !== before);
  return { id: body.data?.id ?? '', refused: (body.errors ?? []).map(({ message }) => message).join('\n') };
}
