import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { roles, type RoleKey } from '../../../schema/roles.ts';
import { readSnapshot } from '../../../scripts/schema/readSnapshot.ts';

interface Permission {
  readonly action: string;
  readonly collection: string;
  readonly fields: readonly string[];
  readonly policy: string;
}

const folder = join(import.meta.dirname, '../../../schema/directus/collections');
const permissions = JSON.parse(readFileSync(join(folder, 'permissions.json'), 'utf8')) as Permission[];
const { fields } = readSnapshot();

/** Columns of a collection that a role may not see although it sees its rows. */
export function hiddenFields(role: RoleKey, collection: string): string[] {
  return fields.filter((field) => field.collection === collection && field.schema && hides(role, collection, field.field)).map(({ field }) => field);
}

/** Whether a role sees rows of a collection, but not this column or list of them. Policies carry the number of their role. */
export function hides(role: RoleKey, collection: string, field: string): boolean {
  const policy = roles[role].id.replace('7a680001', '7a680002');
  const read = permissions.find((one) => one.policy === policy && one.collection === collection && one.action === 'read');
  return read !== undefined && !read.fields.includes('*') && !read.fields.includes(field);
}
