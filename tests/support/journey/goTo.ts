import type { Page } from 'playwright-core';

/**
 * Goes to a page of the panel as a link in it does: the panel itself, megabytes of it, is not loaded anew. Who is there already comes back to it,
 * and sees what it is now.
 */
export async function goTo(page: Page, path: string): Promise<void> {
  const here = new URL(page.url());
  const stays = `${here.pathname}${here.search}` === `/admin/${path}`;
  for (const to of stays ? ['zhudian/help', path] : [path]) {
    await page.evaluate((target) => {
      history.pushState(null, '', `/admin/${target}`);
      dispatchEvent(new PopStateEvent('popstate', { state: null }));
    }, to);
    if (stays && to !== path) await page.locator('article').first().waitFor();
  }
}
