import { ForbiddenError } from '@directus/errors';
import type { Accountability } from '@directus/types';
import type { Knex } from 'knex';

type Row = Record<string, unknown>;

interface Owned {
  /** The column that says whose row it is. */
  readonly owner: string;
  /** Columns that would give it to others as well. */
  readonly others: readonly string[];
}

/**
 * Directus's own collections whose rows belong to a person, by the names of their events. A permission of Directus that demands the own user is
 * passed by a row that names none, and such a row is everybody's: a list could be hidden from a whole office.
 */
export const OWNED: Readonly<Record<string, Owned>> = {
  presets: { owner: 'user', others: ['role'] },
  comments: { owner: 'user_created', others: [] },
  notifications: { owner: 'recipient', others: [] },
  dashboards: { owner: 'user_created', others: [] },
  panels: { owner: 'user_created', others: [] },
  shares: { owner: 'user_created', others: ['role'] },
  versions: { owner: 'user_created', others: [] },
};

/** A new row is its maker's and nobody else's, whatever it says. Administrators and the system give rows to whom they like. */
export function ownNewRow(kind: string, payload: Row, accountability: Accountability | null): Row {
  const owned = OWNED[kind];
  if (!owned || accountability === null || accountability.admin) return payload;
  if (!accountability.user) throw new ForbiddenError();
  return { ...payload, ...Object.fromEntries(owned.others.map((field) => [field, null])), [owned.owner]: accountability.user };
}

/** A change is of one's own rows, and leaves them one's own. */
export async function ownChangedRows(
  kind: string,
  change: Row,
  keys: readonly unknown[],
  accountability: Accountability | null,
  database: Knex,
): Promise<Row> {
  const owned = OWNED[kind];
  if (!owned || accountability === null || accountability.admin) return change;
  const { user } = accountability;
  if (!user) throw new ForbiddenError();
  const own: unknown[] = await database(`directus_${kind}`)
    .whereIn('id', [...keys] as string[])
    .where({ [owned.owner]: user })
    .select('id');
  if (own.length < new Set(keys.map(String)).size) throw new ForbiddenError();
  const given = new Set([owned.owner, ...owned.others]);
  return Object.fromEntries(Object.entries(change).filter(([field]) => !given.has(field)));
}
