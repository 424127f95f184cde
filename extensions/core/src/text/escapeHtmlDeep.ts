import { escapeHtml } from './escapeHtml.ts';
import { mapLeaves } from './mapLeaves.ts';

/** A copy of a JSON value in which every string may stand in HTML. */
export function escapeHtmlDeep<T>(value: T): T {
  return mapLeaves(value, (leaf) => (typeof leaf === 'string' ? escapeHtml(leaf) : leaf));
}
