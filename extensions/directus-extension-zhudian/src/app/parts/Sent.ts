import type { Rows } from '../../../../../schema/types/Rows.ts';

type AsText<Value> = Value extends Date ? string : Value;

/** A row as Directus sends it: days and moments are texts. What was not asked for is not there: `Pick<Sent<'documents'>, 'id' | 'title'>`. */
export type Sent<Of extends keyof Rows> = { readonly [Field in keyof Rows[Of]]: AsText<Rows[Of][Field]> };
