import { chineseMonth } from '@zhudian/core/documents/printText.ts';
import type { RequestedKind } from '@zhudian/core/documents/requestedKinds.ts';
import { DOCUMENT_NAMES } from '@zhudian/core/documents/tagMeanings.ts';
import { NotFoundError } from '../errors/errors.ts';
import type { Runtime } from '../Runtime.ts';
import { SUBJECT_FIELDS, type DocumentSubject } from './DocumentSubject.ts';
import { GATHERERS, type Gathered } from './gatherers.ts';

export interface DocumentRequest extends DocumentSubject {
  readonly kind: RequestedKind;
}

/** What a requested document is made from, with its kind and the key of its template. */
export interface RequestedData extends Gathered {
  readonly kind: RequestedKind;
  readonly template: string;
}

const requestTitle = ({ kind, period }: DocumentRequest): string =>
  kind === 'visit_batch' ? `${chineseMonth(period ?? '')}驻点文书` : DOCUMENT_NAMES[kind];

interface Asked {
  readonly id: string;
  readonly status: string;
}

/** Asks for a document; a request for it that is still open is the same request. Whether they may ask has been looked at before. */
export async function requestDocument(request: DocumentRequest, by: string | null, { services, database, getSchema }: Runtime): Promise<Asked> {
  const open = async (): Promise<Asked | undefined> =>
    await database('documents')
      .where({ ...request, status: 'requested' })
      .first<Asked | undefined>('id', 'status');
  const before = await open();
  if (before) return before;
  const documents = new services.ItemsService('documents', { schema: await getSchema(), knex: database });
  try {
    const created = await documents.createOne({ ...request, title: requestTitle(request), status: 'requested', user_created: by });
    return { id: String(created), status: 'requested' };
  } catch (error) {
    // Whoever asked for the same in the same moment has won.
    const other = await open();
    if (other) return other;
    throw error;
  }
}

/** What the document of a request is made from, as it is now; null when it was answered, or taken back. */
export async function requestedData(id: string, runtime: Runtime): Promise<RequestedData | null> {
  const open = await findRequest(id, runtime);
  if (!open) return null;
  const { kind, ...about } = open;
  if (kind === 'visit_batch') return null;
  const gathered = await GATHERERS[kind](about, runtime);
  if (!gathered) throw new NotFoundError({ what: `what document ${id} (${kind}) is about` });
  return { kind, template: kind, ...gathered };
}

async function findRequest(id: string, { database }: Runtime): Promise<DocumentRequest | undefined> {
  return await database('documents')
    .where({ id, status: 'requested' })
    .first<DocumentRequest | undefined>('kind', ...SUBJECT_FIELDS);
}

/** A request that has not been answered. */
export async function openRequest(id: string, runtime: Runtime): Promise<DocumentRequest> {
  const open = await findRequest(id, runtime);
  if (!open) throw new NotFoundError({ what: `open request ${id}` });
  return open;
}

/** Tells whoever asked why there is no document. */
export async function refuseRequest(id: string, error: string, runtime: Runtime): Promise<void> {
  await openRequest(id, runtime);
  const documents = new runtime.services.ItemsService('documents', { schema: await runtime.getSchema(), knex: runtime.database });
  await documents.updateOne(id, { status: 'failed', error });
}
