import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Pages } from './drawPages.ts';

/** Keeps the drawn pages in the folder that ZHUDIAN_PAGES names, to be looked at; nothing without it. */
export async function keepPages({ pages }: Pages, name: string): Promise<void> {
  const folder = process.env.ZHUDIAN_PAGES;
  if (!folder) return;
  await mkdir(folder, { recursive: true });
  for (const [number, page] of pages.entries()) await writeFile(join(folder, `${name}-${number + 1}.png`), page);
}
