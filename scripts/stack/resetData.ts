import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { assertOurFolder } from './assertOurFolder.ts';
import { ProcessLedger } from './ProcessLedger.ts';

/** Deletes all data of a folder that is surely a stack's and in use by none. */
export async function resetData(dataDir: string): Promise<void> {
  if (!existsSync(dataDir)) return;
  assertOurFolder(dataDir);
  const ledger = new ProcessLedger(dataDir);
  await ledger.take();
  for (const name of readdirSync(dataDir))
    if (name !== 'owner.json' && name !== 'lost+found') rmSync(join(dataDir, name), { recursive: true, force: true });
  ledger.release();
}
