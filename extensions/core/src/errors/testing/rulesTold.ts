import { expect } from 'vitest';
import type { FieldFault } from '../FieldFault.ts';

/** The rules of faults, after a look whether each can be acted on: it stands at a field, its rule has a name, and it is told in a sentence. */
export function rulesTold(faults: readonly FieldFault[]): string[] {
  for (const { field, rule, message } of faults) {
    expect(field, rule).toMatch(/^[a-z_]+$/);
    expect(rule).toMatch(/^[a-z_]+(\.[a-z_]+)+$/);
    expect(message, rule).toMatch(/\p{Script=Han}.*\p{Script=Han}/u);
  }
  return faults.map(({ rule }) => rule);
}
