import { isObject } from './isObject.ts';

/** The operators that ask about rows of a list by a query of their own. */
export const QUANTIFIERS: readonly string[] = ['_some', '_none'];

/** The fields an entry of a filter goes over, as Directus reads it: `{ team: { enterprise: { name: { _eq } } } }` goes over three. */
export function filterPath(key: string, value: unknown): string[] {
  const [first] = isObject(value) ? Object.entries(value) : [];
  if (!first || (first[0].startsWith('_') && !QUANTIFIERS.includes(first[0]))) return [key];
  return [key, ...filterPath(...first)];
}
