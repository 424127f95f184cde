import type { Permission } from './Permission.ts';

/** Whether some fields of a collection can be read of fewer rows than others: of its own ones Directus lets everybody read their own. */
export function mixesFields(rights: readonly Permission[], collection: string): boolean {
  const fields = rights.filter((one) => one.collection === collection).map((one) => [...(one.fields ?? [])].sort().join());
  return new Set(fields).size > 1;
}
