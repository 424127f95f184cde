import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';

const PICTURES = join(import.meta.dirname, '../../docs/images');

/** Keeps what a page or a part of it shows as `docs/images/<name>.png`, with ZHUDIAN_PICTURES=true; a plain run leaves the checkout as it is. */
export async function keepPicture(shown: Page | Locator, name: string): Promise<void> {
  if (process.env.ZHUDIAN_PICTURES !== 'true') return;
  await mkdir(PICTURES, { recursive: true });
  await shown.screenshot({ path: join(PICTURES, `${name}.png`) });
}
