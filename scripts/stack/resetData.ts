import { existsSync, mkdirSync, readdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { asideName, isAside } from '../backup/asideName.ts';
import { productionSince } from '../production/productionMark.ts';
import { folderTexts } from '../texts/folderTexts.ts';
import { assertOurFolder } from './assertOurFolder.ts';
import { ProcessLedger } from './ProcessLedger.ts';
import type { StackConfig } from './StackConfig.ts';
import { StackError } from './StackError.ts';

export interface ResetMeans {
  /** Whether it was said already that it is meant. */
  readonly yes: boolean;
  /** Asks the person at the terminal; undefined where there is none. */
  readonly ask: ((question: string) => Promise<string>) | undefined;
  readonly now: Date;
}

const STAYS = new Set(['owner.json', 'lost+found']);

/**
 * Puts all data aside of a folder that is surely a stack's, in use by none, and no office's.
 *
 * @returns where it is; undefined where there was nothing
 */
export async function resetData(
  { dataDir, production }: Pick<StackConfig, 'dataDir' | 'production'>,
  { yes, ask, now }: ResetMeans,
): Promise<string | undefined> {
  if (production || productionSince(dataDir) !== undefined) throw new StackError(folderTexts.noReset(dataDir), folderTexts.noResetRemedy());
  if (!existsSync(dataDir)) return undefined;
  assertOurFolder(dataDir);
  const present = (): string[] => readdirSync(dataDir).filter((name) => !STAYS.has(name) && !isAside(name));
  if (present().length === 0) return undefined;
  if (!yes && ask === undefined) throw new StackError(folderTexts.resetUnasked(), folderTexts.resetUnaskedRemedy());
  if (!yes && (await ask?.(folderTexts.resetQuestion(dataDir)))?.trim().toLowerCase() !== 'yes')
    throw new StackError(folderTexts.resetLeft(), folderTexts.resetLeftRemedy());
  const ledger = new ProcessLedger(dataDir);
  await ledger.take();
  try {
    const aside = join(dataDir, asideName(now, dataDir));
    const names = present();
    mkdirSync(aside, { mode: 0o700 });
    for (const name of names) renameSync(join(dataDir, name), join(aside, name));
    return aside;
  } finally {
    ledger.release();
  }
}
