import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type pg from 'pg';
import { OFFICE_FILES } from '../../../extensions/core/src/documents/Office.ts';
import { templateOf } from '../../../extensions/core/src/documents/templateOf.ts';
import { insertRows } from '../insertRows.ts';
import { seedId } from '../seedId.ts';
import { readReference } from './readReference.ts';
import { storeFile } from './storeFile.ts';

interface TemplateSeed {
  readonly key: string;
  readonly name: string;
  readonly version: string;
}

/** The folder 模板 of the dump (`schema/directus/collections/folders.json`). */
const FOLDER = '7a680003-0000-4000-8000-000000000003';

/** Puts a first version of each template in force. Where an office has one of its own already, nothing happens. */
export async function seedTemplates(client: pg.ClientBase, uploads: string): Promise<number> {
  let made = 0;
  for (const template of readReference<TemplateSeed[]>('templates')) {
    const of = templateOf(template.key);
    if (!of) continue;
    const { extension, mime } = OFFICE_FILES[of.office];
    const source = fileURLToPath(new URL(`../../../schema/templates/${of.kind}/template${extension}`, import.meta.url));
    const { rows } = await client.query('select from document_templates where key = $1 limit 1', [template.key]);
    if (rows.length > 0 || !existsSync(source)) continue;
    const file = seedId('template', template.key, template.version);
    await storeFile(client, uploads, { id: file, source, filename: `${template.name}模板${extension}`, type: mime, folder: FOLDER });
    made += await insertRows(client, 'document_templates', [{ id: file, ...template, status: 'in_force', file, date_created: new Date() }]);
  }
  return made;
}
