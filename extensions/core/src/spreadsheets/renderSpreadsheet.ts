import { cleanData } from '../documents/cleanData.ts';
import { TemplateError } from '../documents/TemplateError.ts';
import { templateFaults } from '../documents/templateFaults.ts';
import { openSpreadsheet } from './openSpreadsheet.ts';
import { parseTags } from './parseTags.ts';
import { printTokens } from './printTokens.ts';
import { readSheet } from './readSheet.ts';
import { sealWorkbook } from './sealWorkbook.ts';
import { writeSheet } from './writeSheet.ts';

/**
 * An Excel workbook from a template and data; bytes in, bytes out, the same for the same input.
 *
 * The tags are those of the Word templates but for pictures. A section that ends in another cell than it begins repeats its rows. A cell with one
 * tag and a number's format holds a number; everything else a person wrote is text and never a formula. The template's sums go over all repeated
 * rows and carry their results. Throws `TemplateError` with all faults of the template.
 */
export async function renderSpreadsheet(template: Uint8Array, data: Record<string, unknown>): Promise<Uint8Array> {
  const clean = cleanData(data);
  const workbook = await openSpreadsheet(template);
  try {
    const sheets = workbook.worksheets.map((sheet) => ({ sheet, read: readSheet(sheet) }));
    const faults = sheets.flatMap(({ read }) => read.faults);
    if (faults.length > 0) throw new TemplateError(faults, { office: 'Excel' });
    const quoted = new Map(sheets.map(({ sheet, read }) => [sheet.id, writeSheet(sheet, read, clean)]));
    // Not every program writes a title; the types have one always.
    const { title } = workbook as { readonly title?: string };
    if (title !== undefined) workbook.title = printTokens(parseTags(title).tokens, [clean]);
    return await sealWorkbook(workbook, quoted);
  } catch (error) {
    if (error instanceof TemplateError) throw error;
    throw new TemplateError(templateFaults(error), { office: 'Excel', cause: error });
  }
}
