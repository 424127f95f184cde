import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type pg from 'pg';
import { OFFICE_FILES } from '../../../extensions/core/src/documents/Office.ts';
import { templateOf } from '../../../extensions/core/src/documents/templateOf.ts';
import { folders } from '../../../schema/folders.ts';
import { insertRows } from '../insertRows.ts';
import { seedId } from '../seedId.ts';
import { readReference } from './readReference.ts';
import { storeFile } from './storeFile.ts';

interface TemplateSeed {
  readonly key: string;
  readonly name: string;
}

interface Version {
  readonly id: string;
  readonly version: string | null;
  readonly status: string;
  readonly file: string | null;
}

/**
 * Brings the templates that come with the system in as versions, a changed one as a new version. It is in force where the office has none
 * of its own in force; beside the office's own it waits to be put in force.
 */
export async function seedTemplates(client: pg.ClientBase, uploads: string): Promise<number> {
  let made = 0;
  for (const template of readReference<TemplateSeed[]>('templates')) {
    const of = templateOf(template.key);
    if (!of) continue;
    const { extension, mime } = OFFICE_FILES[of.office];
    const source = fileURLToPath(new URL(`../../../schema/templates/${of.kind}/template${extension}`, import.meta.url));
    const id = seedId('template', template.key, createHash('sha256').update(readFileSync(source)).digest('hex'));
    const { rows } = await client.query<Version>('SELECT id, version, status, file FROM document_templates WHERE key = $1', [template.key]);
    if (rows.some((row) => row.id === id)) continue;
    const inForce = rows.find(({ status }) => status === 'in_force');
    // A seeded version has its file's id; what a person uploads has not.
    const own = inForce !== undefined && inForce.file !== inForce.id;
    const version = String(Math.max(0, ...rows.map((row) => Number(row.version)).filter(Number.isSafeInteger)) + 1);
    await storeFile(client, uploads, { id, source, filename: `${template.name}模板${extension}`, type: mime, folder: folders.templates });
    const status = own ? 'draft' : 'in_force';
    made += await insertRows(client, 'document_templates', [{ id, ...template, version, status, file: id, date_created: new Date() }]);
  }
  return made;
}
