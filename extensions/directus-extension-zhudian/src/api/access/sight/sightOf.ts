import type { Accountability, Filter } from '@directus/types';
import { parseFilter } from '@directus/utils';
import type { Runtime } from '../../runtime/Runtime.ts';
import type { Permission } from './Permission.ts';
import { RuledSight } from './RuledSight.ts';
import type { Model, Sight } from './Sight.ts';

/** What a caller may read, with what their rights say of themselves (`$CURRENT_USER.county`) filled in the way Directus does. */
export async function sightOf(
  rights: readonly Permission[],
  accountability: Accountability,
  model: Model,
  runtime: Pick<Runtime, 'services' | 'getSchema' | 'database'>,
): Promise<Sight> {
  const context = await variables(rights, accountability, runtime);
  const filled = rights.map((right): Permission => ({
    ...right,
    permissions: parseFilter(right.permissions as Filter | null, accountability, context as Parameters<typeof parseFilter>[2]),
  }));
  return new RuledSight(filled, model);
}

async function variables(
  rights: readonly Permission[],
  { user }: Accountability,
  { services, getSchema, database }: Pick<Runtime, 'services' | 'getSchema' | 'database'>,
): Promise<Record<string, unknown>> {
  const asked = JSON.stringify(rights.map(({ permissions }) => permissions)).matchAll(/\$CURRENT_USER\.([\w.]+)/g);
  const fields = [...new Set([...asked].map(([, field = '']) => field))];
  if (user === null || fields.length === 0) return {};
  const users = new services.UsersService({ schema: await getSchema(), knex: database });
  return { $CURRENT_USER: await users.readOne(user, { fields }) };
}
