import { readFile } from 'node:fs/promises';
import { OFFICE_FILES } from '@zhudian/core/documents/Office.ts';
import { renderWord } from '@zhudian/core/documents/renderWord.ts';
import { DOCUMENT_NAMES } from '@zhudian/core/documents/tagMeanings.ts';
import { TemplateError } from '@zhudian/core/documents/TemplateError.ts';
import { templateOf } from '@zhudian/core/documents/templateOf.ts';
import { renderSpreadsheet } from '@zhudian/core/spreadsheets/renderSpreadsheet.ts';
import { readSeen } from '../../access/readSeen.ts';
import { fileBytes } from '../../runtime/fileBytes.ts';
import type { DirectusRequest } from '../../runtime/DirectusRequest.ts';
import { NotFoundError } from '../../errors/errors.ts';
import { PreviewError } from '../preview/PreviewError.ts';
import type { Runtime } from '../../runtime/Runtime.ts';
import { sampleData } from './sampleData.ts';
import { BUILT_IN } from './templateInForce.ts';

/** A document made from invented data, to look at a template before it is put in force. */
export interface SampleDocument {
  readonly filename: string;
  readonly extension: string;
  readonly mime: string;
  readonly content: Uint8Array;
}

interface Version {
  readonly key: string;
  readonly version: string | null;
  readonly file: string | null;
}

/**
 * The sample of one version of a template, for whoever may read it.
 * @throws when there is no such version, and `PreviewError` that says why nothing can be made of it
 */
export async function sampleDocument(id: string, request: DirectusRequest, runtime: Runtime): Promise<SampleDocument> {
  const row = await readSeen<Version>('document_templates', id, ['key', 'version', 'file'], request, runtime);
  const of = row && templateOf(row.key);
  if (!of) throw new NotFoundError({ what: `document_templates ${id}` });
  if (!row.file) throw new PreviewError({ message: '这个版本还没有上传模板文件' });
  const template = await fileBytes(row.file, { ...runtime, schema: request.schema });
  const { extension, mime } = OFFICE_FILES[of.office];
  const data = await sampleData(of.kind);
  try {
    const content = of.office === 'Excel' ? await renderSpreadsheet(template, data) : renderWord(template, data, await sampleImages());
    return { filename: `${DOCUMENT_NAMES[of.kind]}-示例-第${row.version ?? ''}版${extension}`, extension: extension.slice(1), mime, content };
  } catch (error) {
    if (error instanceof TemplateError) throw new PreviewError({ message: error.message });
    throw error;
  }
}

async function sampleImages(): Promise<Record<string, Uint8Array>> {
  const signature = await readFile(new URL('signature.png', BUILT_IN));
  return { 'signature-1': signature, 'signature-2': signature };
}
