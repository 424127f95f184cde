import { readFile } from 'node:fs/promises';
import { OFFICE_FILES } from '@zhudian/core/documents/Office.ts';
import { templateOf } from '@zhudian/core/documents/templateOf.ts';
import { fileBytes } from '../../runtime/fileBytes.ts';
import type { Runtime } from '../../runtime/Runtime.ts';

/** A template's bytes, and which version they are. */
export interface Template {
  readonly version: string;
  readonly content: Buffer;
}

/** The templates that come with the extension lie beside its bundle. */
export const BUILT_IN = new URL('../templates/', import.meta.url);

/** The version of a template that an administrator put in force; the one that came with the system when there is none. */
export async function templateInForce(key: string, runtime: Runtime): Promise<Template> {
  const row = await runtime
    .database('document_templates')
    .where({ key, status: 'in_force' })
    .orderBy('date_created', 'desc')
    .first('version', 'file');
  if (!row?.file) return await builtInTemplate(key);
  return { version: row.version, content: await fileBytes(row.file, { ...runtime, schema: await runtime.getSchema() }) };
}

/** The template that came with the system: what is left when the office's own cannot be used. */
export async function builtInTemplate(key: string): Promise<Template> {
  const { kind, office } = templateOf(key) ?? { kind: key, office: 'Word' };
  return { version: 'built-in', content: await readFile(new URL(`${encodeURIComponent(kind)}/template${OFFICE_FILES[office].extension}`, BUILT_IN)) };
}
