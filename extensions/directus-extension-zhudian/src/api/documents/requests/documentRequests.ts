import { chineseMonth } from '@zhudian/core/text/printText.ts';
import type { RequestedKind } from '@zhudian/core/documents/requestedKinds.ts';
import { DOCUMENT_NAMES } from '@zhudian/core/documents/tagMeanings.ts';
import { NotFoundError } from '../../errors/errors.ts';
import type { Runtime } from '../../runtime/Runtime.ts';
import { SUBJECT_FIELDS, type DocumentSubject } from '../DocumentSubject.ts';
import type { Gather, Gathered } from '../gather/Gather.ts';
import { GATHERERS } from '../gather/gatherers.ts';
import type { Asked, Requested } from './Requested.ts';
import { digestOf, keepDigest, unchangedDocument } from './unchangedDocument.ts';

export interface DocumentRequest extends DocumentSubject {
  readonly kind: RequestedKind;
}

/** What a requested document is made from, with its kind and the key of its template. */
export interface RequestedData extends Gathered {
  readonly kind: RequestedKind;
  readonly template: string;
}

export const requestTitle = ({ kind, period }: Requested): string => {
  if (kind === 'visit_batch') return `${chineseMonth(period ?? '')}驻点文书`;
  return kind === 'city_report' ? `${DOCUMENT_NAMES.city_report}-${period ?? ''}` : DOCUMENT_NAMES[kind];
};

/** What whoever asks may say besides: its id, its title. */
export interface AskedFor {
  readonly id?: string;
  readonly title?: string;
}

/**
 * Asks for a document. A request for it that is still open is the same request, and a document that is there and would be the same is the answer.
 * Whether they may ask has been looked at before.
 */
export async function requestDocument(request: Requested, by: string | null, runtime: Runtime, given: AskedFor = {}): Promise<Asked> {
  const { services, database, getSchema } = runtime;
  const open = async (): Promise<Asked | undefined> =>
    await database('documents')
      .where({ ...request, status: 'requested' })
      .first<Asked | undefined>('id', 'status');
  const before = (await open()) ?? (await unchangedDocument(request, runtime));
  if (before) return before;
  const documents = new services.ItemsService('documents', { schema: await getSchema(), knex: database });
  try {
    const created = await documents.createOne({ title: requestTitle(request), ...given, ...request, status: 'requested', user_created: by });
    return { id: String(created), status: 'requested' };
  } catch (error) {
    // Whoever asked for the same in the same moment has won.
    const other = await open();
    if (other) return other;
    throw error;
  }
}

/** What the document of a request is made from, as it is now; null when it was answered, or taken back, or what it is about is gone. */
export async function requestedData(id: string, runtime: Runtime): Promise<RequestedData | null> {
  const open = await findRequest(id, runtime);
  if (!open || open.kind === 'visit_batch') return null;
  const { kind, ...about } = open;
  const gather = (GATHERERS as Readonly<Partial<Record<string, Gather>>>)[kind];
  const gathered = await gather?.(about, runtime);
  if (!gathered) {
    await refuseRequest(id, gather ? '申请针对的内容已被删除，不能生成' : '这种文书不能单独申请，没有生成', runtime);
    return null;
  }
  await keepDigest(id, await digestOf(kind, gathered, runtime), runtime);
  return { kind, template: kind, ...gathered };
}

async function findRequest(id: string, { database }: Runtime): Promise<DocumentRequest | undefined> {
  return await database('documents')
    .where({ id, status: 'requested' })
    .first<DocumentRequest | undefined>('kind', ...SUBJECT_FIELDS);
}

/** A request that a document may answer: an open one, or one that was given up meanwhile. A document that comes late is one all the same. */
export async function answerableRequest(id: string, { database }: Runtime): Promise<DocumentSubject> {
  const row = await database('documents')
    .where({ id })
    .whereIn('status', ['requested', 'failed'])
    .first<DocumentSubject | undefined>(...SUBJECT_FIELDS);
  if (!row) throw new NotFoundError({ what: `request ${id}` });
  return row;
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
