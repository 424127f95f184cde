import { DOCUMENT_KINDS } from '@zhudian/core/documents/documentData.ts';
import type { Office } from '@zhudian/core/documents/Office.ts';
import { DOCUMENT_NAMES } from '@zhudian/core/documents/tagMeanings.ts';
import { tagsOf, type Tag } from '@zhudian/core/documents/tagsOf.ts';
import { SPREADSHEET_KINDS, spreadsheetKey, templateOf } from '@zhudian/core/documents/templateOf.ts';
import { sampleData } from './sampleData.ts';

/** A kind of document that has a template, and what may stand in it. */
export interface TemplateKind {
  readonly key: string;
  readonly name: string;
  readonly office: Office;
  readonly tags: readonly Tag[];
}

/** The kinds of documents in the order of the notice's annexes, a kind's workbook after its document. */
export async function templateKinds(): Promise<TemplateKind[]> {
  const sheets = new Map<string, string>(SPREADSHEET_KINDS.map((kind) => [kind, spreadsheetKey(kind)]));
  const keys = DOCUMENT_KINDS.flatMap((kind) => [kind, sheets.get(kind) ?? []].flat());
  return await Promise.all(
    keys.flatMap((key) => {
      const of = templateOf(key);
      return of ? [sampleData(of.kind).then((data) => ({ key, name: DOCUMENT_NAMES[of.kind], office: of.office, tags: tagsOf(data) }))] : [];
    }),
  );
}
