import { ForbiddenError } from '@directus/errors';
import type { Hop } from './followPath.ts';
import type { Filter } from './Rule.ts';
import type { Sight } from './Sight.ts';
import { underPath } from './underPath.ts';

/**
 * What has to hold for the row a step of a path leads to, so that the caller may read it; nothing where they may read every row.
 * @throws when they may read none, or not the field
 */
export function hopConditions({ path, collection, fields }: Hop, sight: Sight): Filter[] {
  const rules = fields.length > 0 ? fields.map((field) => [field, sight.rule(collection, field)] as const) : [['', sight.rule(collection)] as const];
  return rules.flatMap(([field, rule]) => {
    if (rule === 'all') return [];
    if (rule === 'none') throw new ForbiddenError({ reason: refusal(path, collection, field) });
    return [underPath(path, rule, collection, sight.model)];
  });
}

/** In Directus's own words for the same thing. */
function refusal(path: readonly string[], collection: string, field: string): string {
  const what = field === '' ? `collection "${collection}"` : `field "${field}" in collection "${collection}"`;
  return `You don't have permission to access ${what} or it does not exist. Queried in "${path.join('.')}".`;
}
