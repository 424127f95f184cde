import { StackError } from '../stack/StackError.ts';
import { archiveTexts } from '../texts/archiveTexts.ts';

/** Ends a backup with a fault when it lacks uploads: what there is of it is made and kept, and nobody may take it for a whole one. */
export function assertUploadsHere(elsewhere: number): void {
  if (elsewhere === 0) return;
  throw new StackError(archiveTexts.elsewhere(elsewhere), archiveTexts.elsewhereRemedy());
}
