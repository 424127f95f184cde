import type { Runtime } from '../runtime/Runtime.ts';

/** Counts for good the months that were written to; until then they are counted whenever they are read. */
export async function foldStatistics({ database }: Runtime): Promise<void> {
  await database.raw('SELECT zhudian_fold_statistics()');
}
