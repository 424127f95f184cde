import { readSeen } from '../../access/readSeen.ts';
import { NotFoundError } from '../../errors/errors.ts';
import { fileBytes } from '../../runtime/fileBytes.ts';
import type { DirectusRequest } from '../../runtime/DirectusRequest.ts';
import type { Runtime } from '../../runtime/Runtime.ts';
import { PreviewError } from './PreviewError.ts';
import { toPdf } from './toPdf.ts';

interface Seen {
  readonly file: { readonly id: string; readonly filename_download: string } | null;
}

const KEPT = 16;
/** The last previews: a person turns back and forth, and a file never changes. */
const previews = new Map<string, Promise<Buffer>>();

/** A document as PDF, for whoever may read it and its file. */
export async function previewDocument(id: string, request: DirectusRequest, runtime: Runtime): Promise<Buffer> {
  const seen = await readSeen<Seen>('documents', id, ['file.id', 'file.filename_download'], request, runtime);
  if (!seen?.file) throw new NotFoundError({ what: `document ${id}` });
  const { id: file, filename_download: name } = seen.file;
  const extension = /\.(docx|xlsx)$/.exec(name)?.[1];
  if (!extension) throw new PreviewError({ message: '这种文件不能预览；请下载后打开' });
  const before = previews.get(file);
  if (before) return await before;
  const made = fileBytes(file, { ...runtime, schema: request.schema }).then(async (bytes) => await toPdf(bytes, extension, runtime));
  previews.set(file, made);
  made.catch(() => previews.delete(file));
  for (const oldest of [...previews.keys()].slice(0, -KEPT)) previews.delete(oldest);
  return await made;
}
