import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { DrawnPage } from './DrawnPage.ts';

/** Keeps what a page or a printed sheet looks like in the folder that ZHUDIAN_LOOK names, for a person's eyes; without it nothing is kept. */
export async function keepLook(shown: Page | DrawnPage, name: string): Promise<void> {
  const folder = process.env.ZHUDIAN_LOOK;
  if (!folder) return;
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, `${name}.png`), 'png' in shown ? shown.png : await shown.screenshot({ fullPage: true }));
}
