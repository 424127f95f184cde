import { readFile } from 'node:fs/promises';
import { checkTemplate } from '@zhudian/core/documents/checkTemplate.ts';
import { DOCUMENT_DATA, documentData, type DocumentKind } from '@zhudian/core/documents/documentData.ts';
import { DOCUMENT_NAMES } from '@zhudian/core/documents/tagMeanings.ts';
import type { FieldFault } from '@zhudian/core/errors/FieldFault.ts';
import { fileBytes } from '../documents/fileBytes.ts';
import { throwFaults } from '../errors/fieldFaults.ts';
import type { Caller } from '../hook/Caller.ts';
import { keyOf } from '../hook/nestedRows.ts';
import { BUILT_IN } from './templateInForce.ts';

type Row = Record<string, unknown>;

const isKind = (key: unknown): key is DocumentKind => typeof key === 'string' && Object.hasOwn(DOCUMENT_DATA, key);

/** Checks a template that somebody uploads: it has to render with its kind's sample, and ask for nothing the kind does not offer. */
export async function checkNewTemplate(payload: Row, caller: Caller): Promise<void> {
  throwFaults('document_templates', await faultsOf(payload, caller));
}

/** Checks templates as they would stand after a change; one that only goes out of force needs no check. */
export async function checkChangedTemplates(change: Row, keys: readonly string[], caller: Caller): Promise<void> {
  if (!('file' in change) && !('key' in change) && change.status !== 'in_force') return;
  const rows: Row[] = await caller.database('document_templates').whereIn('id', keys).select('key', 'status', 'file');
  for (const row of rows) throwFaults('document_templates', await faultsOf({ ...row, ...change }, caller));
}

async function faultsOf({ key, status, file }: Row, caller: Caller): Promise<FieldFault[]> {
  if (!isKind(key)) {
    const known = Object.entries(DOCUMENT_NAMES).map(([kind, name]) => `${kind}（${name}）`);
    return [{ field: 'key', rule: 'document_template.key.unknown', message: `没有“${String(key)}”这种文书；可用的有：${known.join('、')}` }];
  }
  const id = keyOf(file);
  if (!id) {
    if (status !== 'in_force') return [];
    return [{ field: 'file', rule: 'document_template.file.required', message: '启用前请先上传 Word 模板（.docx）' }];
  }
  const bytes = await fileBytes(id, caller).catch(() => null);
  if (!bytes) return [{ field: 'file', rule: 'document_template.file.unreadable', message: '上传的文件读取不了；请重新上传 .docx 文件' }];
  const faults = checkTemplate(bytes, await sampleData(key));
  if (faults.length === 0) return [];
  const told = faults.map(({ message }, index) => `${index + 1}. ${message}`).join('\n');
  return [{ field: 'file', rule: 'document_template.file.faults', message: `模板有 ${faults.length} 处问题：\n${told}` }];
}

async function sampleData(kind: DocumentKind): Promise<Record<string, unknown>> {
  const facts: unknown = JSON.parse(await readFile(new URL(`${kind}/sample.json`, BUILT_IN), 'utf8'));
  return documentData(kind, facts);
}
