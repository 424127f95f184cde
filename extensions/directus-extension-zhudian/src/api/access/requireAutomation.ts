import type { Accountability, SchemaOverview } from '@directus/types';
import { ForbiddenError } from '@directus/errors';
import type { Runtime } from '../runtime/Runtime.ts';

interface ItemPermissions {
  readonly update: { readonly access: boolean };
}

/**
 * Lets pass only those who may work on the outbox: the automation role and administrators. The right itself lives
 * in the permissions of the data model, so that it can be read and changed where all others are.
 */
export async function requireAutomation(accountability: Accountability | null, schema: SchemaOverview, runtime: Runtime): Promise<void> {
  if (accountability?.admin) return;
  if (!accountability?.user) throw new ForbiddenError();
  const permissions = new runtime.services.PermissionsService({ accountability, schema, knex: runtime.database });
  const { update } = (await permissions.getItemPermissions('outbox')) as ItemPermissions;
  if (!update.access) throw new ForbiddenError();
}
