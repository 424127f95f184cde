import { ForbiddenError } from '@directus/errors';
import type { FieldFault } from '@zhudian/core/errors/FieldFault.ts';
import { isBlank } from '@zhudian/core/text/isBlank.ts';
import { validateDocumentRequest } from '@zhudian/core/documents/validateDocumentRequest.ts';
import { actorOf } from '../../access/actorOf.ts';
import { NotFoundError } from '../../errors/errors.ts';
import { throwFaults } from '../../errors/fieldFaults.ts';
import type { Caller } from '../../runtime/Caller.ts';
import { keyOf } from '../../runtime/nestedRows.ts';
import type { Runtime } from '../../runtime/Runtime.ts';
import { askedRequest } from './askedRequest.ts';
import { requestTitle, type DocumentRequest } from './documentRequests.ts';
import { SUBJECT_FIELDS } from '../DocumentSubject.ts';
import type { Payload } from '../../runtime/Payload.ts';

/** Who may file a document that was made elsewhere. */
const KEEPERS = ['administrator', 'city'];

/** A row of `documents` as somebody sends it is a request, unless it says that it is one no more. */
export const isRequest = (row: Payload): boolean => isBlank(row.status) || row.status === 'requested';

/**
 * A row as it may be written: a request by the rules of every door, with nothing in it that only an answer has; or a finished document, by who
 * keeps them.
 */
export async function checkNewDocument(row: Payload, caller: Caller, runtime: Runtime): Promise<Payload> {
  if (caller.accountability === null) return row;
  if (isRequest(row)) {
    const asked = await askedFor(row, caller, { ...runtime, database: caller.database });
    const title = isBlank(row.title) ? requestTitle(asked) : row.title;
    return { ...(row.id === undefined ? {} : { id: row.id }), ...asked, title, status: 'requested' };
  }
  if (!KEEPERS.includes(actorOf(caller))) throw new ForbiddenError();
  const faults: FieldFault[] = [];
  if (row.status === 'ready' && isBlank(row.file)) {
    faults.push({ field: 'file', rule: 'document.file.required', message: '请上传文书的文件；要由系统生成的，状态选“已申请”' });
  }
  throwFaults('documents', faults);
  return row;
}

/** A row that becomes a request again has to be one. */
export async function checkChangedDocuments(change: Payload, keys: readonly string[], { accountability, database }: Caller): Promise<void> {
  if (accountability === null) return;
  await requireUnfiled(change, keys, database);
  if (change.status !== 'requested') return;
  const rows = await database('documents')
    .whereIn('id', [...keys])
    .select('kind', ...SUBJECT_FIELDS);
  for (const row of rows) {
    const changed: Payload = { ...row, ...change };
    for (const field of SUBJECT_FIELDS) if (field !== 'period') changed[field] = keyOf(changed[field]);
    throwFaults('documents', validateDocumentRequest(changed));
  }
}

/** A document that was made may have been printed, signed and sent: its title may be put right, nothing else. */
async function requireUnfiled(change: Payload, keys: readonly string[], database: Caller['database']): Promise<void> {
  const field = Object.keys(change).find((one) => one !== 'title');
  if (field === undefined) return;
  const filed: unknown = await database('documents')
    .whereIn('id', [...keys])
    .where({ status: 'ready' })
    .whereNotNull('file')
    .first('id');
  const message = '已生成的文书不能改动；内容有误的，请更正后重新申请一份';
  if (filed) throwFaults('documents', [{ field, rule: 'document.kept', message }]);
}

/** What is not there for the caller is refused as Directus refuses it, whether it exists or not. */
export async function askedFor(row: Payload, by: Pick<Caller, 'accountability' | 'schema'>, runtime: Runtime): Promise<DocumentRequest> {
  try {
    return await askedRequest(row, by, runtime);
  } catch (error) {
    if (error instanceof NotFoundError) throw new ForbiddenError();
    throw error;
  }
}
