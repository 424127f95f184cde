import type { Accountability, SchemaOverview } from '@directus/types';
import type { Knex } from 'knex';
import type { Runtime } from './Runtime.ts';

/** Who makes a change, and the transaction it is made in. */
export interface Caller {
  readonly accountability: Accountability | null;
  readonly schema: SchemaOverview;
  readonly database: Knex;
  readonly services: Runtime['services'];
}
