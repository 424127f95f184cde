import { access } from '../../../schema/access/access.ts';
import { grants } from '../../../schema/access/grants.ts';
import { mayField } from '../../../schema/access/fieldRights.ts';
import type { RoleKey } from '../../../schema/roles.ts';
import { readSnapshot } from '../../../scripts/schema/readSnapshot.ts';

const { fields } = readSnapshot();

/** Columns of a collection that a role may not see although it sees its rows. */
export function hiddenFields(role: RoleKey, collection: string): string[] {
  return fields.filter((field) => field.collection === collection && field.schema && hides(role, collection, field.field)).map(({ field }) => field);
}

/** Whether a role sees rows of a collection, but not this column or list of them. */
export function hides(role: RoleKey, collection: string, field: string): boolean {
  const sees = grants(access[collection]?.[role] ?? '', role).some(({ action }) => action === 'read');
  return sees && !mayField(role, 'read', collection, field);
}
