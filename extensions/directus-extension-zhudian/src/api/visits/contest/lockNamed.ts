import { ForbiddenError } from '@directus/errors';
import type { Knex } from 'knex';
import { readSeen } from '../../access/readSeen.ts';
import { NotFoundError, NotLinkedError, NotNamedError } from '../../errors/errors.ts';
import type { DirectusRequest } from '../../runtime/DirectusRequest.ts';
import type { Runtime } from '../../runtime/Runtime.ts';
import type { NamedRow } from './NamedRow.ts';

/**
 * The row under which whoever asks is named in a visit, held until the transaction ends.
 * @throws for a stranger, for a login that no person of the register has, for a visit that they may not see, and for one that does not name them
 */
export async function lockNamed(visit: string, request: DirectusRequest, runtime: Runtime, transaction: Knex.Transaction): Promise<NamedRow> {
  const user = request.accountability?.user;
  if (!user) throw new ForbiddenError();
  const linked: unknown = await transaction('inspectors').where({ user }).first('id');
  if (!linked) throw new NotLinkedError();
  const row = await transaction('visit_inspectors AS p')
    .join('inspectors AS i', 'i.id', 'p.inspector')
    .join('visits AS v', 'v.id', 'p.visit')
    .where({ 'p.visit': visit, 'i.user': user })
    .orderBy('p.id')
    .forUpdate('p')
    .first<NamedRow | undefined>('p.id', 'i.name', 'v.status', 'p.contested_at', 'p.contested_reason');
  if (row) return row;
  if (!(await readSeen('visits', visit, ['id'], request, runtime))) throw new NotFoundError({ what: `visit ${visit}` });
  throw new NotNamedError();
}
