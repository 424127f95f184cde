import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DOCUMENT_KINDS, documentData, type DocumentKind } from '../../extensions/core/src/documents/documentData.ts';
import { renderWord } from '../../extensions/core/src/documents/renderWord.ts';
import { SPREADSHEET_KINDS } from '../../extensions/core/src/documents/templateOf.ts';
import { renderSpreadsheet } from '../../extensions/core/src/spreadsheets/renderSpreadsheet.ts';
import { hasOffice } from '../../tests/support/hasOffice.ts';

const run = promisify(execFile);
const folder = (kind: DocumentKind): URL => new URL(`../../schema/templates/${kind}/`, import.meta.url);
const file = async (kind: DocumentKind, name: string): Promise<Buffer> => await readFile(new URL(name, folder(kind)));
const data = async (kind: DocumentKind): Promise<Record<string, unknown>> =>
  documentData(kind, JSON.parse((await file(kind, 'sample.json')).toString()) as unknown);
/** Words without the white space and the table's lines that each program sets as it likes. */
const words = (text: string): string => text.replace(/[\s\uFEFF"]/g, '');

/** What our own reader finds is no proof that the document is one: another program has to find the same. */
describe.runIf(hasOffice())('opened by LibreOffice', () => {
  let work = '';
  beforeAll(async () => {
    work = await mkdtemp(path.join(tmpdir(), 'zhudian-opened-'));
    const signature = await readFile(new URL('../../schema/templates/signature.png', import.meta.url));
    for (const kind of DOCUMENT_KINDS) {
      const images = { 'signature-1': signature, 'signature-2': signature };
      await writeFile(path.join(work, `${kind}.docx`), renderWord(await file(kind, 'template.docx'), await data(kind), images));
    }
    for (const kind of SPREADSHEET_KINDS)
      await writeFile(path.join(work, `${kind}.xlsx`), await renderSpreadsheet(await file(kind, 'template.xlsx'), await data(kind)));
    await convert(
      'txt:Text (encoded):UTF8',
      DOCUMENT_KINDS.map((kind) => `${kind}.docx`),
    );
    await convert(
      'csv:Text - txt - csv (StarCalc):44,34,76',
      SPREADSHEET_KINDS.map((kind) => `${kind}.xlsx`),
    );
  }, 300_000);
  afterAll(async () => {
    await rm(work, { recursive: true, force: true, maxRetries: 3 });
  });

  async function convert(to: string, names: readonly string[]): Promise<void> {
    const options = [`-env:UserInstallation=file://${work}/profile`, '--headless', '--norestore', '--convert-to', to, '--outdir', work];
    await run('soffice', [...options, ...names.map((name) => path.join(work, name))], { timeout: 240_000 });
  }

  it.each(DOCUMENT_KINDS)('%s reads as the expected text', async (kind) => {
    const opened = words(await readFile(path.join(work, `${kind}.txt`), 'utf8'));
    // Its own text of a picture is none.
    const expected = (await file(kind, 'expected.txt')).toString().replaceAll('[图]', '').split('\n').map(words);
    for (const line of expected) expect(opened).toContain(line);
  });

  it.each(SPREADSHEET_KINDS)('%s as a workbook has the figures of the sample, added up', async (kind) => {
    const opened = (await readFile(path.join(work, `${kind}.csv`), 'utf8')).split('\n').map((line) => line.split(','));
    const of = (await data(kind)) as { rows: Record<string, string>[]; city_person_visits?: string; reward_amount_wan?: string };
    for (const row of of.rows.filter(({ city_person_visits }) => city_person_visits !== '')) {
      const line = opened.find((cells) => cells.includes(row.name ?? ''));
      expect(line).toEqual(expect.arrayContaining([row.city_person_visits, row.hazards_found]));
    }
    const total = opened.find((cells) => cells.includes('合计'));
    if (kind === 'city_report') expect(total).toEqual(expect.arrayContaining(['981', '1698', '62.50']));
  });
});
