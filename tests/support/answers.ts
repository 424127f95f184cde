import { expect } from 'vitest';
import type { ApiAnswer } from './Api.ts';

/** What an answer brings, which has no errors. */
export function done<T>({ errors, data }: ApiAnswer<T>): T {
  expect(errors).toEqual([]);
  return data;
}
/** The rules that refused, by their names in the answer. */
export const refusedBy = ({ errors }: ApiAnswer): (string | undefined)[] => errors.map(({ extensions }) => extensions.rule);
export const messageOf = ({ errors }: ApiAnswer): string => errors[0]?.message ?? '';
