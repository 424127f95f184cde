import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { draftFilename } from '@zhudian/core/documents/draftFilename.ts';
import type { Runtime } from '../../runtime/Runtime.ts';
import type { DocumentSubject } from '../DocumentSubject.ts';
import type { Row } from '../../runtime/Row.ts';

interface Kept {
  /** The open request it answers; null when nobody asked. */
  readonly request: string | null;
  readonly kind: Row<'documents'>['kind'];
  readonly about: DocumentSubject;
  readonly filename: string;
  readonly template_version: string | null;
}
export interface DocumentBytes extends Kept {
  readonly content: Buffer;
}
/** A document too large to hold: its hash, and what reads it. */
export interface DocumentStream extends Kept {
  readonly input_hash: string;
  readonly read: () => Readable;
}

export interface StoredDocument {
  readonly id: string;
  readonly file: string;
  readonly created: boolean;
}

const TYPES: Readonly<Record<string, string>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  zip: 'application/zip',
};

/** Keeps a finished document; see {@link keepDocument}. */
export async function storeDocument({ content, ...document }: DocumentBytes, runtime: Runtime): Promise<StoredDocument> {
  const input_hash = createHash('sha256').update(content).digest('hex');
  return await keepDocument({ ...document, input_hash, read: () => Readable.from(content) }, runtime);
}

/**
 * Keeps a finished document as a file and as a row of what it is about, or in the row of its request; the same bytes for the same subject
 * are kept once, and the request for them shows that file.
 */
export async function keepDocument(document: DocumentStream, runtime: Runtime): Promise<StoredDocument> {
  const { database, services, getSchema } = runtime;
  const { input_hash } = document;
  const before = await find(document, input_hash, runtime);
  const schema = await getSchema();
  const documents = new services.ItemsService('documents', { schema, knex: database });
  if (before) return await answerWith(before, document.request, runtime);

  const files = new services.FilesService({ schema, knex: database });
  const folder: { id: string } | undefined = await database('directus_folders').where({ name: '文档' }).whereNull('parent').first('id');
  const filename = draftFilename(document.filename, await draftsOf(document, runtime));
  const title = filename.replace(/\.\w+$/, '');
  const file = await files.uploadOne(document.read(), {
    storage: 'local',
    title,
    filename_download: filename,
    type: TYPES[document.filename.split('.').pop() ?? ''] ?? 'application/octet-stream',
    ...(folder ? { folder: folder.id } : {}),
  });
  try {
    const row = {
      kind: document.kind,
      ...document.about,
      title,
      template_version: document.template_version,
      number: await givenNumber(document, runtime),
      status: 'ready',
      file,
      input_hash,
      error: null,
    };
    const id = document.request ? await documents.updateOne(document.request, row) : await documents.createOne(row);
    return { id: String(id), file: String(file), created: true };
  } catch (error) {
    // Whoever stored the same document in the same moment has won.
    await files.deleteOne(file);
    const other = await find(document, input_hash, runtime);
    if (!other) throw error;
    return await answerWith(other, document.request, runtime);
  }
}

/** A document that is there already answers the request, which whoever asked goes on reading; the row itself shows that it was made again. */
async function answerWith(before: StoredDocument, request: string | null, { database }: Runtime): Promise<StoredDocument> {
  await database('documents').where({ id: before.id }).update({ date_updated: database.fn.now() });
  if (!request || request === before.id) return before;
  const kept = await database('documents').where({ id: before.id }).first('title', 'template_version', 'number', 'file');
  await database('documents')
    .where({ id: request })
    .update({ ...kept, status: 'ready', error: null, date_updated: database.fn.now() });
  return { ...before, id: request };
}

/** The number that the document was made with. */
async function givenNumber({ kind, about }: Kept, { database }: Runtime): Promise<string | null> {
  if (kind !== 'rectification_notice' || !about.visit) return null;
  const row: { number: string } | undefined = await database('document_numbers').where({ visit: about.visit }).first('number');
  return row?.number ?? null;
}

/** How many documents of that name there are already about the same, with other contents. The city's compilation counts its versions itself. */
async function draftsOf({ kind, about, filename }: Kept, { database }: Runtime): Promise<number> {
  if (kind === 'city_report') return 0;
  const [, name = filename, ending = ''] = /^(.*)(\.\w+)$/.exec(filename) ?? [];
  const [row] = await database('documents as d')
    .join('directus_files as f', 'f.id', 'd.file')
    .where({ 'd.kind': kind, 'd.status': 'ready', ...Object.fromEntries(Object.entries(about).map(([field, value]) => [`d.${field}`, value])) })
    .whereRaw('(f.filename_download = ? OR (starts_with(f.filename_download, ?) AND f.filename_download LIKE ?))', [
      filename,
      `${name}-第`,
      `%稿${ending}`,
    ])
    .countDistinct('f.id as drafts');
  return Number(row?.drafts ?? 0);
}

async function find(document: Kept, input_hash: string, { database }: Runtime): Promise<StoredDocument | null> {
  const row = await database('documents')
    .where({ kind: document.kind, input_hash, status: 'ready', ...document.about })
    .first<{ id: string; file: string } | undefined>('id', 'file');
  return row ? { ...row, created: false } : null;
}
