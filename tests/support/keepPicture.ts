import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';

const PICTURES = join(import.meta.dirname, '../../docs/images');

/** Keeps what a page or a part of it shows as `docs/images/<name>.png`, with ZHUDIAN_PICTURES=true; a plain run leaves the checkout as it is. */
export async function keepPicture(shown: Page | Locator, name: string): Promise<void> {
  if (process.env.ZHUDIAN_PICTURES !== 'true') return;
  await mkdir(PICTURES, { recursive: true });
  // Not in the middle of loading.
  const page = 'mouse' in shown ? shown : shown.page();
  await page.waitForFunction(() => document.querySelector('.v-progress-circular, .v-progress-linear') === null);
  await page.waitForLoadState('networkidle', { timeout: 5_000 }).catch(() => undefined); // n8n's editor never rests
  await shown.screenshot({ path: join(PICTURES, `${name}.png`) });
}
