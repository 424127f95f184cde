import { chineseMonth } from '@zhudian/core/text/printText.ts';
import { openRequest } from '../requests/documentRequests.ts';
import { keepDocument, type StoredDocument } from '../requests/storeDocument.ts';
import { subjectOf } from '../DocumentSubject.ts';
import type { Runtime } from '../../runtime/Runtime.ts';
import { zipParts } from './zipParts.ts';

/** Puts the parts of a batch into one .zip, as the document that was asked for; the parts go. */
export async function finishBatch(id: string, runtime: Runtime): Promise<StoredDocument> {
  const { database } = runtime;
  const request = await openRequest(id, runtime);
  const { rows } = await database.raw<{ rows: [{ hash: string | null; named: string | null }] }>(
    `SELECT (SELECT encode(sha256(string_agg(convert_to(name, 'UTF8') || sha256(content), ''::bytea ORDER BY name)), 'hex')
             FROM document_parts WHERE document = :id) AS hash,
       coalesce((SELECT name FROM enterprises WHERE id = :enterprise), (SELECT name FROM counties WHERE id = :county)) AS named`,
    { id, enterprise: request.enterprise, county: request.county },
  );
  const { hash, named } = rows[0];
  const title = [chineseMonth(request.period ?? ''), '驻点文书', named ?? ''].filter((part) => part !== '').join('-');
  const stored = await keepDocument(
    {
      request: id,
      kind: 'visit_batch',
      about: subjectOf({ ...request }),
      filename: `${title.replace(/[\\/:*?"<>|%\p{Cc}]/gu, '')}.zip`,
      template_version: null,
      input_hash: hash ?? '',
      read: () => zipParts(id, request.period ?? '', database),
    },
    runtime,
  );
  await database('document_parts').where({ document: id }).delete();
  return stored;
}
