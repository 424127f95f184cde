/**
 * Draws each built-in template with its sample, as LibreOffice prints it: `node scripts/templates/pictures.ts [folder]`, into docs/images/documents
 * unless told otherwise. Needs Debian's libreoffice-writer, libreoffice-calc and poppler-utils.
 */
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { documentData, type DocumentKind } from '../../extensions/core/src/documents/documentData.ts';
import { renderWord } from '../../extensions/core/src/documents/renderWord.ts';
import { SPREADSHEET_KINDS, spreadsheetKey } from '../../extensions/core/src/documents/templateOf.ts';
import { renderSpreadsheet } from '../../extensions/core/src/spreadsheets/renderSpreadsheet.ts';
import { TEMPLATES } from './templates.ts';

const run = promisify(execFile);
const TEMPLATES_FOLDER = path.resolve(import.meta.dirname, '../../schema/templates');
const folder = path.resolve(process.argv[2] ?? path.resolve(import.meta.dirname, '../../docs/images/documents'));
const work = await mkdtemp(path.join(tmpdir(), 'zhudian-pictures-'));
/** Two strokes, for where somebody signs. */
const signature = await readFile(path.join(TEMPLATES_FOLDER, 'signature.png'));

const sample = async (kind: DocumentKind): Promise<unknown> =>
  JSON.parse(await readFile(path.join(TEMPLATES_FOLDER, kind, 'sample.json'), 'utf8')) as unknown;

try {
  // A document that became shorter leaves no old page behind.
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  for (const { key } of TEMPLATES) {
    const template = await readFile(path.join(TEMPLATES_FOLDER, key, 'template.docx'));
    const data = documentData(key, await sample(key));
    const images = { 'signature-1': signature, 'signature-2': signature };
    await writeFile(path.join(work, `${key}.docx`), renderWord(template, data, images));
  }
  for (const kind of SPREADSHEET_KINDS) {
    const template = await readFile(path.join(TEMPLATES_FOLDER, kind, 'template.xlsx'));
    await writeFile(path.join(work, `${spreadsheetKey(kind)}.xlsx`), await renderSpreadsheet(template, documentData(kind, await sample(kind))));
  }
  const documents = [...TEMPLATES.map(({ key }) => `${key}.docx`), ...SPREADSHEET_KINDS.map((kind) => `${spreadsheetKey(kind)}.xlsx`)];
  await run(
    'soffice',
    [
      `-env:UserInstallation=file://${work}/profile`,
      '--headless',
      '--convert-to',
      'pdf',
      '--outdir',
      work,
      ...documents.map((name) => path.join(work, name)),
    ],
    {
      timeout: 180_000,
    },
  );
  for (const name of documents.map((one) => path.parse(one).name))
    await run('pdftoppm', ['-png', '-r', '60', path.join(work, `${name}.pdf`), path.join(folder, name)]);
  console.log(`${documents.length} documents drawn into ${folder}`);
} finally {
  await rm(work, { recursive: true, force: true });
}
