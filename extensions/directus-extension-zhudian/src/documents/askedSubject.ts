import { ForbiddenError } from '@directus/errors';
import { DOCUMENT_SUBJECTS, REQUESTED_KINDS, type SubjectCollection } from '@zhudian/core/documents/requestedKinds.ts';
import { officeScope } from '../access/officeScope.ts';
import { readSeen } from '../access/readSeen.ts';
import type { DirectusRequest } from '../endpoint/Route.ts';
import { InvalidRequestError, NotFoundError } from '../errors/errors.ts';
import type { Runtime } from '../Runtime.ts';
import type { DocumentRequest } from './documentRequests.ts';
import { subjectOf } from './DocumentSubject.ts';

/** A request for a document as it comes in: `id` is what it is about; without one, or with a `period`, it is about counties as a whole. */
export interface Wanted {
  readonly kind: DocumentRequest['kind'];
  readonly id?: string | null | undefined;
  readonly county?: string | null | undefined;
  readonly enterprise?: string | null | undefined;
  readonly period?: string | null | undefined;
}

/**
 * What is asked for, when the caller may be told about it: one thing when they see it, the affairs of a county when they are an office of
 * it, those of all counties when they are the city's.
 * @throws when it does not exist, or not for them
 */
export async function askedSubject(wanted: Wanted, request: DirectusRequest, runtime: Runtime): Promise<DocumentRequest> {
  const { kind, id, period } = wanted;
  const field = REQUESTED_KINDS[kind];
  const entry = Object.entries(DOCUMENT_SUBJECTS).find(([, name]) => name === field) as [SubjectCollection, string] | undefined;
  if (field === 'county' || !entry) {
    if (!entry && !period) throw new InvalidRequestError({ faults: ['period: name the month the document is about, like 2026-11'] });
    const enterprise = entry ? null : (wanted.enterprise ?? null);
    if (enterprise !== null) await requireSeen('enterprises', enterprise, request, runtime);
    const county = enterprise === null ? (wanted.county ?? (entry ? id : null) ?? null) : await countyOf(enterprise, runtime);
    const scope = await officeScope(request, runtime);
    if (scope !== null && (county === null || !scope.includes(county))) throw new ForbiddenError();
    if (county !== null) await requireSeen('counties', county, request, runtime);
    return { kind, ...subjectOf({ county, enterprise, period: entry ? null : period }) };
  }
  const [collection] = entry;
  if (!id) throw new InvalidRequestError({ faults: [`id: name the row of ${collection} the document is about`] });
  await requireSeen(collection, id, request, runtime);
  return { kind, ...subjectOf({ [field]: id }) };
}

async function requireSeen(collection: string, id: string, request: DirectusRequest, runtime: Runtime): Promise<void> {
  if (!(await readSeen(collection, id, ['id'], request, runtime))) throw new NotFoundError({ what: `${collection} ${id}` });
}

async function countyOf(enterprise: string, { database }: Runtime): Promise<string | null> {
  const row = await database('enterprises').where({ id: enterprise }).first<{ county: string } | undefined>('county');
  return row?.county ?? null;
}
