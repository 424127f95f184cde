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

/** Columns of a collection that a role may not see although it sees its rows. Policies carry the number of their role. */
export function hiddenFields(role: RoleKey, collection: string): string[] {
  const policy = roles[role].id.replace('7a680001', '7a680002');
  const read = permissions.find((one) => one.policy === policy && one.collection === collection && one.action === 'read');
  if (!read || read.fields.includes('*')) return [];
  return fields.filter((field) => field.collection === collection && field.schema && !read.fields.includes(field.field)).map(({ field }) => field);
}
