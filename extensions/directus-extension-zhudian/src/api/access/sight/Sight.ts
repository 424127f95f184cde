import type { SchemaOverview } from '@directus/types';
import type { Rule } from './Rule.ts';

/** The data model, as far as a filter follows it. */
export type Model = Pick<SchemaOverview, 'collections' | 'relations'>;

/** What one caller may read, collection by collection. */
export interface Sight {
  readonly model: Model;

  /** The rows whose field the caller may read; without a field, the rows they may read anything of. */
  rule(collection: string, field?: string): Rule;

  /**
   * What a field asks for beyond the rows of its collection: Directus holds those against the rows it gives out, whichever of
   * several rights they come from, and a right may be to some fields only.
   */
  beyondRows(collection: string, field: string): Rule;
}
