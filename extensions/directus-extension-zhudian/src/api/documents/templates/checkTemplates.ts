import { checkTemplate } from '@zhudian/core/documents/checkTemplate.ts';
import { OFFICE_FILES } from '@zhudian/core/documents/Office.ts';
import { DOCUMENT_NAMES } from '@zhudian/core/documents/tagMeanings.ts';
import { SPREADSHEET_KINDS, spreadsheetKey, templateOf } from '@zhudian/core/documents/templateOf.ts';
import type { FieldFault } from '@zhudian/core/errors/FieldFault.ts';
import { checkSpreadsheet } from '@zhudian/core/spreadsheets/checkSpreadsheet.ts';
import { fileBytes } from '../../runtime/fileBytes.ts';
import { throwFaults } from '../../errors/fieldFaults.ts';
import type { Caller } from '../../runtime/Caller.ts';
import { keyOf } from '../../runtime/nestedRows.ts';
import { sampleData } from './sampleData.ts';
import type { Payload } from '../../runtime/Payload.ts';
import { standing } from '../../runtime/standing.ts';

/** Checks a template that somebody uploads: it has to render with its kind's sample, and ask for nothing the kind does not offer. */
export async function checkNewTemplate(payload: Payload, caller: Caller): Promise<void> {
  throwFaults('document_templates', await faultsOf(payload, caller));
}

/** Checks templates as they would stand after a change; one that only goes out of force needs no check. */
export async function checkChangedTemplates(change: Payload, keys: readonly string[], caller: Caller): Promise<void> {
  await requireUncited(change, keys, caller);
  if (!('file' in change) && !('key' in change) && change.status !== 'in_force') return;
  const rows = await standing('document_templates', [], keys, caller.database);
  for (const row of rows) throwFaults('document_templates', await faultsOf({ ...row, ...change }, caller));
}

const FIXED = ['file', 'key', 'version'] as const;

/** What a document was made with stays what it was: another file is another version. */
async function requireUncited(change: Payload, keys: readonly string[], { database }: Caller): Promise<void> {
  if (!FIXED.some((field) => field in change)) return;
  const rows = await database('document_templates')
    .whereIn('id', keys)
    .whereRaw('zhudian_template_is_cited(id)')
    .select(...FIXED);
  for (const row of rows) {
    const field = FIXED.find((one) => one in change && keyOf(change[one]) !== row[one]);
    if (field)
      throwFaults('document_templates', [{ field, rule: 'document_template.cited', message: '已有文书用这个模板生成，不能改动；请上传一个新版本' }]);
  }
}

async function faultsOf({ key, status, file }: Payload, caller: Caller): Promise<FieldFault[]> {
  const of = templateOf(String(key));
  if (!of) {
    const known = Object.entries(DOCUMENT_NAMES).map(([kind, name]) => `${kind}（${name}）`);
    const sheets = SPREADSHEET_KINDS.map((kind) => `${spreadsheetKey(kind)}（${DOCUMENT_NAMES[kind]}，Excel）`);
    const message = `没有“${String(key)}”这种文书；可用的有：${[...known, ...sheets].join('、')}`;
    return [{ field: 'key', rule: 'document_template.key.unknown', message }];
  }
  const { kind, extension } = OFFICE_FILES[of.office];
  const id = keyOf(file);
  if (!id) {
    if (status !== 'in_force') return [];
    return [{ field: 'file', rule: 'document_template.file.required', message: `启用前请先上传模板：${kind}（${extension}）` }];
  }
  const bytes = await fileBytes(id, caller).catch(() => null);
  if (!bytes) return [{ field: 'file', rule: 'document_template.file.unreadable', message: `上传的文件读取不了；请重新上传 ${extension} 文件` }];
  const sample = await sampleData(of.kind);
  const faults = of.office === 'Excel' ? await checkSpreadsheet(bytes, sample) : checkTemplate(bytes, sample);
  if (faults.length === 0) return [];
  const told = faults.map(({ message }, index) => `${index + 1}. ${message}`).join('\n');
  return [{ field: 'file', rule: 'document_template.file.faults', message: `模板有 ${faults.length} 处问题：\n${told}` }];
}
