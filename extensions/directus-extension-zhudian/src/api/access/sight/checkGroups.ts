import type { Query } from '@directus/types';
import { followPath } from './followPath.ts';
import { HiddenRowsError } from './HiddenRowsError.ts';
import { hopConditions } from './hopConditions.ts';
import type { Sight } from './Sight.ts';

/**
 * Refuses groups that are made of hidden rows: by a field of theirs, or by their number.
 * @throws HiddenRowsError
 */
export function checkGroups({ group }: Pick<Query, 'group'>, collection: string, sight: Sight): void {
  for (const key of group ?? []) {
    const { hops, counted } = followPath(key.split('.'), collection, sight.model);
    const hidden = hops.some((hop) => hopConditions(hop, sight).length > 0);
    if (hidden || (counted !== null && sight.rule(counted) !== 'all')) throw new HiddenRowsError({ path: key, use: '分组' });
  }
}
