import { createError } from '@directus/errors';
import type { FieldFault } from '@zhudian/core/errors/FieldFault.ts';

interface Extensions {
  readonly collection: string;
  readonly field: string;
  readonly path: readonly (string | number)[];
  readonly type: string;
  readonly validation_message: string;
  readonly rule: string;
}

/** Directus's own code, so that its forms put the message at the field; of type `zhudian` it is shown there as it is (`app/module/sayFaultsInOurWords.ts`). */
const FieldFaultError = createError<Extensions>('FAILED_VALIDATION', ({ validation_message }) => validation_message, 400);

/** A fault as Directus tells one, at its field: a form finds it by both names. */
export function fieldError(collection: string, { field, rule, message }: FieldFault): Error {
  return new FieldFaultError({ collection, field, path: [field], rule, validation_message: message, type: 'zhudian' });
}

/** Throws the faults of an item as Directus errors, all together; returns when there are none. */
export function throwFaults(collection: string, faults: readonly FieldFault[]): void {
  if (faults.length === 0) return;
  // Directus answers a thrown list with one entry per error.
  // eslint-disable-next-line @typescript-eslint/only-throw-error
  throw faults.map((fault) => fieldError(collection, fault));
}
