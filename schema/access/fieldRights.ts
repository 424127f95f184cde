import type { RoleKey } from '../roles.ts';
import { fields } from './fields.ts';

/** What can be done to a field: a deletion is of a row. */
export type FieldAction = 'read' | 'create' | 'update';

const LETTERS: Readonly<Record<FieldAction, string>> = { read: 'r', create: 'c', update: 'u' };

/** Whether the table names the field at all. */
export function isNamed(collection: string, field: string): boolean {
  return lineOf(collection, field) !== undefined;
}

/** Whether a role may do this to a field, as the table of fields says; a field that it does not name is nobody's. */
export function mayField(role: RoleKey, action: FieldAction, collection: string, field: string): boolean {
  const cells = lineOf(collection, field)?.split(', ') ?? [];
  return cells.some((cell) => cell.startsWith(`${role} `) && cell.slice(role.length).includes(LETTERS[action]));
}

/** The fields of a collection, in the order of the table. */
export function namedFields(collection: string): string[] {
  return Object.values(fields[collection] ?? {}).flatMap((names) => names.split(' '));
}

function lineOf(collection: string, field: string): string | undefined {
  return Object.entries(fields[collection] ?? {}).find(([, names]) => names.split(' ').includes(field))?.[0];
}
