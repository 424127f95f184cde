import type { DocumentKind } from './documentData.ts';
import { DOCUMENT_KINDS } from './documentData.ts';
import type { Office } from './Office.ts';

/** The kinds that have an Excel template as well. */
export const SPREADSHEET_KINDS = ['statistics', 'city_report'] as const satisfies readonly DocumentKind[];
export type SpreadsheetKind = (typeof SPREADSHEET_KINDS)[number];

/** The key of a kind's Excel template; its Word template's is the kind itself. */
export const spreadsheetKey = (kind: SpreadsheetKind): string => `${kind}_xlsx`;

/** The keys of all templates in the order of the notice's annexes, a kind's workbook after its document. */
export const TEMPLATE_KEYS: readonly string[] = DOCUMENT_KINDS.flatMap((kind) => {
  const sheet = SPREADSHEET_KINDS.find((one) => one === kind);
  return sheet ? [kind, spreadsheetKey(sheet)] : [kind];
});

/** What the template with a key makes: `statistics` the Word document of that kind, `statistics_xlsx` its workbook. Null for no key. */
export function templateOf(key: string): { readonly kind: DocumentKind; readonly office: Office } | null {
  const sheet = SPREADSHEET_KINDS.find((kind) => spreadsheetKey(kind) === key);
  if (sheet) return { kind: sheet, office: 'Excel' };
  const kind = DOCUMENT_KINDS.find((one) => one === key);
  return kind ? { kind, office: 'Word' } : null;
}
