import { StackError } from '../stack/StackError.ts';

/** Ends a backup with a fault when it lacks uploads: what there is of it is made and kept, and nobody may take it for a whole one. */
export function assertUploadsHere(elsewhere: number): void {
  if (elsewhere === 0) return;
  throw new StackError(
    `${elsewhere} uploads are not in this backup: they lie in another storage than the folder of uploads (directus_files.storage is not "local").`,
    'Back that storage up by its own means, or bring these files back into the folder. Databases and everything else are in this backup; no older one was deleted.',
  );
}
