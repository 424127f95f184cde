import { ForbiddenError } from '@directus/errors';
import { periodFault } from '@zhudian/core/calendar/periodFault.ts';
import { DOCUMENT_SUBJECTS, REQUESTED_KINDS, type RequestedKind, type SubjectCollection } from '@zhudian/core/documents/requestedKinds.ts';
import { validateDocumentRequest } from '@zhudian/core/documents/validateDocumentRequest.ts';
import { actorOf } from '../../access/actorOf.ts';
import { officeScope } from '../../access/officeScope.ts';
import { readSeen } from '../../access/readSeen.ts';
import { NotFoundError } from '../../errors/errors.ts';
import { throwFaults } from '../../errors/fieldFaults.ts';
import type { Caller } from '../../runtime/Caller.ts';
import { keyOf } from '../../runtime/nestedRows.ts';
import type { Runtime } from '../../runtime/Runtime.ts';
import { periodBounds } from '../../settings/periodBounds.ts';
import type { DocumentRequest } from './documentRequests.ts';
import { SUBJECT_FIELDS, subjectOf } from '../DocumentSubject.ts';
import { evaluationStandsSql } from '../../sql/evaluationStandsSql.ts';
import { isUuid } from '@zhudian/core/text/isUuid.ts';

type By = Pick<Caller, 'accountability' | 'schema'>;
/**
 * What is asked for, when it can be asked for and the caller may: about one thing when they see it, about the affairs of a county when they are
 * an office of it, about those of all counties when they are the city's. Every door asks here.
 *
 * @param fields `kind` and the fields of `documents` that say what it is about
 * @throws faults at the fields; when the thing does not exist, or is not for them
 */
export async function askedRequest(fields: Readonly<Record<string, unknown>>, by: By, runtime: Runtime): Promise<DocumentRequest> {
  requireAsker(by);
  const named = Object.fromEntries(SUBJECT_FIELDS.map((field) => [field, field === 'period' ? fields.period : keyOf(fields[field])]));
  throwFaults('documents', validateDocumentRequest({ kind: fields.kind, ...named }));
  if (typeof named.period === 'string') await requirePeriod(named.period, runtime);
  const kind = fields.kind as RequestedKind;
  const about = subjectOf(named);
  const field = REQUESTED_KINDS[kind];
  if (field === 'county' || field === 'period') return { kind, ...(await officeSubject(about, by, runtime)) };
  const [collection] = Object.entries(DOCUMENT_SUBJECTS).find(([, name]) => name === field) as [SubjectCollection, string];
  await requireSeen(collection, about[field] ?? '', by, runtime);
  await requireValid(collection, field, about[field] ?? '', runtime);
  if (kind === 'major_hazard_report') await requireMajor(about.hazard ?? '', runtime);
  return { kind, ...about };
}

const VOID: Readonly<Partial<Record<SubjectCollection, string>>> = {
  visits: `status = 'void'`,
  hazards: `status = 'void'`,
  evaluations: `NOT (${evaluationStandsSql('evaluations')})`,
};

/** Nothing official is made of what is void. */
async function requireValid(collection: SubjectCollection, field: string, id: string, { database }: Runtime): Promise<void> {
  const isVoid = VOID[collection];
  if (isVoid === undefined || !(await database(collection).where({ id }).whereRaw(isVoid).first<object | undefined>('id'))) return;
  throwFaults('documents', [{ field, rule: 'document.subject.void', message: '该记录已作废，不再生成文书；需要的，请对有效的记录申请' }]);
}

/** A general hazard is reported to nobody; one that was lowered since may have its report. */
async function requireMajor(hazard: string, { database }: Runtime): Promise<void> {
  const row: { was_major: boolean } = await database.first(database.raw('zhudian_was_major(?) AS was_major', [hazard]));
  if (row.was_major) return;
  const message = '该隐患是一般隐患，没有重大事故隐患报告；属于重大事故隐患的，请先将隐患级别改为“重大”';
  throwFaults('documents', [{ field: 'hazard', rule: 'document.hazard.major', message }]);
}

/** Who only reads has nothing made. */
export function requireAsker(by: Pick<Caller, 'accountability'>): void {
  if (!by.accountability?.user || ['auditor', 'automation', 'unknown'].includes(actorOf(by))) throw new ForbiddenError();
}

/** A month there is something to tell of: it has begun, and is not from before the statistics. */
async function requirePeriod(period: string, { database }: Runtime): Promise<void> {
  const fault = periodFault(period, await periodBounds(database, period));
  if (fault) throwFaults('documents', [{ field: 'period', rule: 'document.period.known', message: fault.message }]);
}

/** A county's affairs, or those of one of its enterprises, or of all. */
async function officeSubject(about: ReturnType<typeof subjectOf>, by: By, runtime: Runtime): Promise<ReturnType<typeof subjectOf>> {
  const { enterprise } = about;
  if (enterprise !== null) await requireSeen('enterprises', enterprise, by, runtime);
  const county = enterprise === null ? about.county : await countyOf(enterprise, runtime);
  const scope = await officeScope(by, runtime);
  if (scope !== null && (county === null || !scope.includes(county))) throw new ForbiddenError();
  if (county !== null) await requireSeen('counties', county, by, runtime);
  return { ...about, county };
}

async function requireSeen(collection: string, id: string, by: By, runtime: Runtime): Promise<void> {
  if (!isUuid(id) || !(await readSeen(collection, id, ['id'], by, runtime))) throw new NotFoundError({ what: `${collection} ${id}` });
}

async function countyOf(enterprise: string, { database }: Runtime): Promise<string | null> {
  const row = await database('enterprises').where({ id: enterprise }).first('county');
  return row?.county ?? null;
}
