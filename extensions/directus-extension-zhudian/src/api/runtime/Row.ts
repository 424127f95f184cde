import type {} from 'knex';
import type { Rows } from '../../../../../schema/types/Rows.ts';

declare module 'knex/types/tables.js' {
  /** What `database('visits')` gives and takes. Of Directus's own tables, and of those that are PostgreSQL's alone, knex knows nothing. */
  // eslint-disable-next-line @typescript-eslint/no-empty-object-type
  interface Tables extends Rows {}
}

/** The tables of ours. */
export type Table = keyof Rows;

/**
 * A row as the driver reads it. Days are `Date`, at midnight of the server's own zone, and unfit for comparing: a query that needs them casts
 * them to text, and says so: `Row<'visits', 'visited_on'>`. (The driver cannot be told to leave days alone: Directus reads by it as well, and
 * makes a day of a text by way of UTC.)
 */
export type Row<Of extends Table, Day extends keyof Rows[Of] = never> = {
  [Field in keyof Rows[Of]]: Field extends Day ? string | Exclude<Rows[Of][Field], Date> : Rows[Of][Field];
};
