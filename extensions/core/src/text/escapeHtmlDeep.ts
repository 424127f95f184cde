import { escapeHtml } from './escapeHtml.ts';

/** A copy of a JSON value in which every string may stand in HTML. */
export function escapeHtmlDeep<T>(value: T): T {
  if (typeof value === 'string') return escapeHtml(value) as T;
  if (Array.isArray(value)) return value.map((item: unknown) => escapeHtmlDeep(item)) as T;
  if (value !== null && typeof value === 'object') {
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, escapeHtmlDeep(item as unknown)])) as T;
  }
  return value;
}
