import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import type { Runtime } from '../Runtime.ts';

export interface DocumentBytes {
  /** The open request it answers; null when nobody asked. */
  readonly request: string | null;
  readonly kind: string;
  readonly hazard: string | null;
  readonly visit: string | null;
  readonly filename: string;
  readonly template_version: string | null;
  readonly content: Buffer;
}

export interface StoredDocument {
  readonly id: string;
  readonly file: string;
  readonly created: boolean;
}

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/**
 * Keeps a finished document as a file and as a row of its hazard or visit, or in the row of its request; the same bytes for the same subject
 * are kept once, and the request for them goes.
 */
export async function storeDocument(document: DocumentBytes, runtime: Runtime): Promise<StoredDocument> {
  const { database, services, getSchema } = runtime;
  const input_hash = createHash('sha256').update(document.content).digest('hex');
  const before = await find(document, input_hash, runtime);
  const schema = await getSchema();
  const documents = new services.ItemsService('documents', { schema, knex: database });
  if (before) {
    if (document.request && document.request !== before.id) await documents.deleteOne(document.request);
    return before;
  }

  const files = new services.FilesService({ schema, knex: database });
  const folder: { id: string } | undefined = await database('directus_folders').where({ name: '文档' }).whereNull('parent').first('id');
  const file = await files.uploadOne(Readable.from(document.content), {
    storage: 'local',
    title: document.filename.replace(/\.\w+$/, ''),
    filename_download: document.filename,
    type: DOCX,
    ...(folder ? { folder: folder.id } : {}),
  });
  try {
    const row = {
      kind: document.kind,
      hazard: document.hazard,
      visit: document.visit,
      title: document.filename.replace(/\.\w+$/, ''),
      template_version: document.template_version,
      status: 'ready',
      file,
      input_hash,
    };
    const id = document.request ? await documents.updateOne(document.request, row) : await documents.createOne(row);
    return { id: String(id), file: String(file), created: true };
  } catch (error) {
    // Whoever stored the same document in the same moment has won.
    await files.deleteOne(file);
    const other = await find(document, input_hash, runtime);
    if (other) return other;
    throw error;
  }
}

async function find(document: DocumentBytes, input_hash: string, { database }: Runtime): Promise<StoredDocument | null> {
  const row: { id: string; file: string } | undefined = await database('documents')
    .where({ kind: document.kind, input_hash })
    .where(document.hazard ? { hazard: document.hazard } : { visit: document.visit })
    .first('id', 'file');
  return row ? { ...row, created: false } : null;
}
