import { ForbiddenError } from '@directus/errors';
import { officeScope } from '../../access/officeScope.ts';
import { readSeen } from '../../access/readSeen.ts';
import type { DirectusRequest } from '../../runtime/DirectusRequest.ts';
import { NotFoundError } from '../../errors/errors.ts';
import { requestOfSql } from '../../events/requestOfSql.ts';
import type { Runtime } from '../../runtime/Runtime.ts';
import { askedRequest, requireAsker } from './askedRequest.ts';
import type { Asked, Requested } from './Requested.ts';
import { SUBJECT_FIELDS } from '../DocumentSubject.ts';

type Row = Requested & Asked;

/**
 * Has a request tried again, by whoever might ask for it: one that failed, and one that is not answered, at once. One that is ready is the
 * answer; where the same was asked for anew meanwhile, that request is.
 */
export async function retryDocument(id: string, request: DirectusRequest, runtime: Runtime): Promise<Asked> {
  const { database } = runtime;
  const seen = await readSeen('documents', id, ['id'], request, runtime);
  const row =
    seen &&
    (await database('documents')
      .where({ id })
      .first<Row | undefined>('id', 'status', 'kind', ...SUBJECT_FIELDS));
  if (!row) throw new NotFoundError({ what: `document ${id}` });
  const { status, kind, id: _, ...about } = row;
  await requireMayAsk({ kind, ...about }, request, runtime);
  if (status === 'ready') return { id, status };
  const elsewhere = async (): Promise<Asked | undefined> =>
    await database('documents')
      .where({ kind, ...about, status: 'requested' })
      .whereNot({ id })
      .first<Asked | undefined>('id', 'status');
  const other = await elsewhere();
  if (other) return other;
  try {
    await begin(id, runtime);
  } catch (error) {
    // Whoever asked for the same in the same moment has won.
    const won = await elsewhere();
    if (won) return won;
    throw error;
  }
  return { id, status: 'requested' };
}

async function requireMayAsk({ kind, ...about }: Requested, request: DirectusRequest, runtime: Runtime): Promise<void> {
  requireAsker(request);
  if (kind === 'city_report') {
    if ((await officeScope(request, runtime)) !== null) throw new ForbiddenError();
  } else if (kind === 'statistics') {
    await askedRequest({ kind: 'county_report', monthly_report: about.monthly_report }, request, runtime);
  } else {
    await askedRequest({ kind, ...about }, request, runtime);
  }
}

/** The row is a request again, and its event is open and due; one that somebody holds goes on. */
async function begin(id: string, { database }: Runtime): Promise<void> {
  await database.transaction(async (trx) => {
    const row = await trx('documents').where({ id }).forUpdate().first('status');
    if (row?.status === 'failed') await trx('document_parts').where({ document: id }).delete();
    const due = await trx('outbox')
      .whereNull('done_at')
      .whereRaw(`${requestOfSql('outbox')} = ?`, [id])
      .update({ available_at: trx.fn.now(), error: null });
    // Without an open event the trigger writes one as the row becomes a request.
    if (due === 0) await trx('documents').where({ id }).update({ status: 'failed' });
    await trx('documents').where({ id }).update({ status: 'requested', error: null, date_updated: trx.fn.now() });
  });
}
