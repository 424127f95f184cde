import type { Filter } from './Rule.ts';

/** A right to read, from `directus_permissions`: these fields (`*` for all) of the rows that pass the filter. */
export interface Permission {
  readonly collection: string;
  readonly fields: readonly string[] | null;
  readonly permissions: Filter | null;
}
