import { fields } from '../../schema/access/fields.ts';
import { isNamed, mayField, namedFields, type FieldAction } from '../../schema/access/fieldRights.ts';
import { roles, type RoleKey } from '../../schema/roles.ts';
import type { Snapshot, SnapshotField } from '../schema/Snapshot.ts';

/** One row of Directus's permissions, as far as the check looks at it. */
export interface FieldPermission {
  readonly action: string;
  readonly collection: string;
  readonly fields: readonly string[];
  readonly policy: string;
}

/** Keys that whoever makes a row may give it (`access/checkSystemFields.ts`). */
const OWN_KEYS = ['id', 'client_key'];
const LISTS = ['o2m', 'm2m', 'm2a', 'files'];
const ACTIONS: readonly FieldAction[] = ['read', 'create', 'update'];

/** Whether a field holds data or lists rows; frames and notices of a form do neither. */
export const holdsData = ({ schema, meta }: SnapshotField): boolean => Boolean(schema) || (meta.special ?? []).some((one) => LISTS.includes(one));

/** What the system notes itself: the forms only show it. */
const isNoted = ({ field, schema, meta }: SnapshotField): boolean => Boolean(schema && meta.readonly) && !OWN_KEYS.includes(field);

/**
 * Fields of the data model that the table of fields does not name, names of the table that are no fields, and fields for which the permission rules
 * say something else than the table.
 */
export function fieldFaults(
  { collections, fields: known }: Pick<Snapshot, 'collections' | 'fields'>,
  permissions: readonly FieldPermission[],
): string[] {
  const ours = collections.filter(({ schema }) => schema).map(({ collection }) => collection);
  const data = known.filter((field) => ours.includes(field.collection) && holdsData(field));
  const missing = [
    ...ours.filter((collection) => !(collection in fields)).map((collection) => `${collection}: the collection is not in schema/access/fields.ts`),
    ...data
      .filter(({ collection, field }) => collection in fields && !isNamed(collection, field))
      .map(
        ({ collection, field }) =>
          `${collection}.${field}: the field is not in schema/access/fields.ts; say there which role may read, give and change it`,
      ),
  ];
  const gone = Object.keys(fields).flatMap((collection) =>
    namedFields(collection)
      .filter((field) => !data.some((one) => one.collection === collection && one.field === field))
      .map((field) => `${collection}.${field}: named in schema/access/fields.ts, and no such field is in the data model`),
  );
  const wrong = data.filter(({ collection, field }) => isNamed(collection, field)).flatMap((field) => differences(field, permissions));
  return [...missing, ...gone, ...wrong];
}

function differences(field: SnapshotField, permissions: readonly FieldPermission[]): string[] {
  const name = `${field.collection}.${field.field}`;
  return (Object.keys(roles) as RoleKey[]).flatMap((role) =>
    ACTIONS.filter((action) => mayField(role, action, field.collection, field.field) !== rules(role, action, field, permissions)).map((action) =>
      mayField(role, action, field.collection, field.field)
        ? `${name}: schema/access/fields.ts lets ${role} ${action} it, the permission rules do not`
        : `${name}: the permission rules let ${role} ${action} it, schema/access/fields.ts does not`,
    ),
  );
}

function rules(role: RoleKey, action: FieldAction, field: SnapshotField, permissions: readonly FieldPermission[]): boolean {
  if (action !== 'read' && isNoted(field)) return false;
  const policy = roles[role].id.replace('7a680001', '7a680002');
  return permissions.some(
    (one) =>
      one.policy === policy &&
      one.collection === field.collection &&
      one.action === action &&
      (one.fields.includes('*') || one.fields.includes(field.field)),
  );
}
