import { ForbiddenError } from '@directus/errors';
import type { Filter } from './Rule.ts';
import type { Sight } from './Sight.ts';

/**
 * What has to hold for a row of the query's own collection, so that the caller may read this field of it; Directus asks only for the rows.
 * @throws when they may read the field of no row
 */
export function startConditions(field: string | null, collection: string, sight: Sight): Filter[] {
  if (field === null) return [];
  const rule = sight.beyondRows(collection, field);
  if (rule === 'all') return [];
  if (rule !== 'none') return [rule];
  throw new ForbiddenError({ reason: `You don't have permission to access field "${field}" in collection "${collection}" or it does not exist.` });
}
