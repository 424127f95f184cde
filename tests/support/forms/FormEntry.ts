import type { FieldValue } from './FieldValue.ts';

/** What somebody types into one form, and what they change afterwards. */
export interface FormEntry {
  readonly create: Readonly<Record<string, FieldValue>>;
  readonly edit: Readonly<Record<string, FieldValue>>;
}
