import type ExcelJS from 'exceljs';
import { KnownTags } from '../documents/KnownTags.ts';
import { outsideFaults } from '../documents/outsideFaults.ts';
import { partName } from '../documents/partName.ts';
import { readZip } from '../documents/readZip.ts';
import { TemplateError } from '../documents/TemplateError.ts';
import type { TemplateFault } from '../documents/TemplateFault.ts';
import { unknownTagMessage } from '../documents/unknownTagMessage.ts';
import { bookFaults } from './bookFaults.ts';
import { cellSpelling } from './cellSpelling.ts';
import { inReadingOrder } from './inReadingOrder.ts';
import { loadSpreadsheet } from './openSpreadsheet.ts';
import { partFaults } from './partFaults.ts';
import { readSheet } from './readSheet.ts';
import { renderSpreadsheet } from './renderSpreadsheet.ts';
import { sheetFaults } from './sheetFaults.ts';
import type { SheetTemplate } from './SheetTemplate.ts';
import { unknownTags } from './unknownTags.ts';

type Data = Readonly<Record<string, unknown>>;

/**
 * What is wrong with an Excel template for a kind of document, all at once and in a reader's order, each with its sheet and cell; empty when it can
 * be put in force: it has to render with the kind's sample, ask for nothing that the kind does not offer, and carry nothing along that its makers
 * left in it.
 *
 * @param sample the data of the kind, made from its sample facts
 */
export async function checkSpreadsheet(template: Uint8Array, sample: Data): Promise<TemplateFault[]> {
  const faults: TemplateFault[] = [];
  try {
    const entries = readZip(template, 'Excel');
    faults.push(...partFaults(entries));
    if (faults.some(({ id }) => id !== 'part_refused')) return faults;
    const workbook = await loadSpreadsheet(entries).catch((error: unknown) => {
      // What a form may not have can keep it from being read; that is told already.
      if (faults.length === 0) throw error;
      return null;
    });
    if (!workbook) return faults;
    const known = new KnownTags(sample);
    const sheets = workbook.worksheets.map((sheet) => faultsOf(sheet, sample, known));
    if (sheets.every(({ tags }) => tags === 0)) faults.push(NO_TAG);
    faults.push(...bookFaults(entries), ...outsideFaults(template, 'Excel'));
    const all = inReadingOrder([...sheets.flatMap((one) => one.faults), ...faults], workbook);
    return all.length > 0 ? all : await unrenderable(template, sample);
  } catch (error) {
    if (error instanceof TemplateError) return [...faults, ...error.faults];
    throw error;
  }
}

const NO_TAG: TemplateFault = {
  id: 'no_tag',
  tag: null,
  part: null,
  message: '模板：没有一个标签，每份表格都会一模一样。请把要填的地方写成标签，如“{county}”（标签见“文书模板的标签”），再重新上传。',
};

async function unrenderable(template: Uint8Array, sample: Data): Promise<TemplateFault[]> {
  await renderSpreadsheet(template, { ...sample });
  return [];
}

function faultsOf(sheet: ExcelJS.Worksheet, sample: Data, known: KnownTags): { readonly faults: TemplateFault[]; readonly tags: number } {
  const left = sheetFaults(sheet);
  const misspelt = cellSpelling(sheet, known);
  const told = new Set(misspelt.map(({ part }) => part));
  const read = readSheet(sheet);
  const written = read.faults.filter(({ part }) => !told.has(part)).map((fault) => inWordsOfTags(fault, known));
  const unknown = unknownTags(read, sample)
    .map(({ tag, address }) => ({ tag, part: `${sheet.name}!${address}` }))
    .filter(({ part }) => !told.has(part))
    .map(({ tag, part }) => ({ id: 'unknown_tag', tag, part, message: `${partName(part)}：${unknownTagMessage(tag, tag, known)}` }));
  return { faults: [...left, ...misspelt, ...written, ...unknown], tags: tagsIn(read) + misspelt.length + written.length };
}

const tagsIn = ({ rows, blocks }: SheetTemplate): number =>
  blocks.length + rows.flatMap(({ cells }) => cells.flatMap(({ tokens }) => (tokens ?? []).filter(({ kind }) => kind !== 'text'))).length;

/** What stands between braces and is no name may be the meaning of a tag. */
function inWordsOfTags(fault: TemplateFault, known: KnownTags): TemplateFault {
  const { id, tag, part } = fault;
  if (id !== 'scopeparser_compilation_failed' || tag === null || known.meant(tag) === null) return fault;
  return { ...fault, id: 'unknown_tag', message: `${partName(part)}：${unknownTagMessage(tag, tag, known)}` };
}
