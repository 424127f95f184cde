import { access } from '../../../schema/access/access.ts';
import { grants } from '../../../schema/access/grants.ts';
import type { RoleKey } from '../../../schema/roles.ts';
import { readSnapshot } from '../../../scripts/schema/readSnapshot.ts';

/** The collections a role may do something to in a form of their own: what is hidden in the navigation is written inside of another form. */
export function ownForms(role: RoleKey, action: 'create' | 'update'): string[] {
  const shown = new Set(
    readSnapshot()
      .collections.filter(({ meta }) => !meta.hidden)
      .map(({ collection }) => collection),
  );
  return Object.entries(access)
    .filter(([collection, cells]) => shown.has(collection) && grants(cells[role], role).some((grant) => grant.action === action))
    .map(([collection]) => collection);
}
