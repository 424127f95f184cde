import { majorHazardFilename } from '@zhudian/core/hazards/majorHazardFilename.ts';
import { DOCUMENT_DATA } from '@zhudian/core/documents/documentData.ts';
import { documentFilename } from '@zhudian/core/documents/documentFilename.ts';
import { isVisitDocument, type RequestedKind } from '@zhudian/core/documents/requestedKinds.ts';
import { DOCUMENT_NAMES } from '@zhudian/core/documents/tagMeanings.ts';
import type { PhotoFacts } from '@zhudian/core/hazards/HazardFacts.ts';
import type { Accountability, SchemaOverview } from '@directus/types';
import { NotFoundError } from '../errors/errors.ts';
import { gatherFacts } from '../hazards/gatherFacts.ts';
import type { Runtime } from '../Runtime.ts';
import { gatherVisit } from '../visits/gatherVisit.ts';

export interface DocumentRequest {
  readonly kind: RequestedKind;
  readonly visit: string | null;
  readonly hazard: string | null;
}

/** What a requested document is made from: the template's data, the pictures it shows, and its name. */
export interface RequestedData {
  readonly kind: RequestedKind;
  readonly document: Record<string, unknown>;
  readonly photos: readonly PhotoFacts[];
  readonly filename: string;
}

/** Asks for a document, for whoever may see what it is about; a request that is still open is the same request. */
export async function requestDocument(
  request: DocumentRequest,
  by: { readonly accountability: Accountability | null; readonly schema: SchemaOverview },
  { services, database, getSchema }: Runtime,
): Promise<{ id: string; status: string }> {
  const [collection, id] = request.visit ? (['visits', request.visit] as const) : (['hazards', request.hazard ?? ''] as const);
  const accountability = by.accountability?.admin ? null : by.accountability;
  const items = new services.ItemsService(collection, { accountability, schema: by.schema, knex: database });
  const seen = await items.readByQuery({ filter: { id: { _eq: id } }, fields: ['id'], limit: 1 }).catch(() => []);
  if (seen.length === 0) throw new NotFoundError({ what: `${collection} ${id}` });
  const open: { id: string; status: string } | undefined = await database('documents')
    .where({ ...request, status: 'requested' })
    .first('id', 'status');
  if (open) return open;
  const documents = new services.ItemsService('documents', { schema: await getSchema(), knex: database });
  const created = await documents.createOne({
    ...request,
    title: DOCUMENT_NAMES[request.kind],
    status: 'requested',
    user_created: by.accountability?.user ?? null,
  });
  return { id: String(created), status: 'requested' };
}

/** What the document of a request is made from, as it is now; null when it was answered, or taken back. */
export async function requestedData(id: string, runtime: Runtime): Promise<RequestedData | null> {
  const open = await findRequest(id, runtime);
  if (!open) return null;
  const { kind, visit, hazard } = open;
  if (visit && isVisitDocument(kind)) {
    const facts = await gatherVisit(visit, runtime.database);
    if (!facts) throw new NotFoundError({ what: `visit ${visit}` });
    const filename = documentFilename(DOCUMENT_NAMES[kind], facts.county.name, facts.enterprise.name, facts.visit.visited_on);
    return { kind, document: DOCUMENT_DATA[kind](facts), photos: facts.photos, filename };
  }
  const facts = hazard ? await gatherFacts(hazard, null, runtime) : null;
  if (!facts) throw new NotFoundError({ what: `hazard ${hazard ?? ''}` });
  return { kind, document: DOCUMENT_DATA.major_hazard_report(facts), photos: facts.photos, filename: majorHazardFilename(facts) };
}

async function findRequest(id: string, { database }: Runtime): Promise<DocumentRequest | undefined> {
  return await database('documents').where({ id, status: 'requested' }).first<DocumentRequest | undefined>('kind', 'visit', 'hazard');
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
