/**
 * Draws each built-in template with its sample, as LibreOffice prints it: `node scripts/templates/pictures.ts [folder]`, into docs/images/documents
 * unless told otherwise. Needs Debian's libreoffice-writer and poppler-utils.
 */
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { documentData } from '../../extensions/core/src/documents/documentData.ts';
import { renderWord } from '../../extensions/core/src/documents/renderWord.ts';
import { TEMPLATES } from './templates.ts';

const run = promisify(execFile);
const TEMPLATES_FOLDER = path.resolve(import.meta.dirname, '../../schema/templates');
const folder = path.resolve(process.argv[2] ?? path.resolve(import.meta.dirname, '../../docs/images/documents'));
const work = await mkdtemp(path.join(tmpdir(), 'zhudian-pictures-'));
/** Two strokes, for where somebody signs. */
const signature = await readFile(path.resolve(import.meta.dirname, 'signature.png'));

try {
  await mkdir(folder, { recursive: true });
  for (const { key } of TEMPLATES) {
    const template = await readFile(path.join(TEMPLATES_FOLDER, key, 'template.docx'));
    const facts: unknown = JSON.parse(await readFile(path.join(TEMPLATES_FOLDER, key, 'sample.json'), 'utf8'));
    const data = documentData(key, facts);
    const images = { 'signature-1': signature, 'signature-2': signature };
    await writeFile(path.join(work, `${key}.docx`), renderWord(template, data, images));
  }
  const documents = TEMPLATES.map(({ key }) => path.join(work, `${key}.docx`));
  await run('soffice', [`-env:UserInstallation=file://${work}/profile`, '--headless', '--convert-to', 'pdf', '--outdir', work, ...documents], {
    timeout: 180_000,
  });
  for (const { key } of TEMPLATES) await run('pdftoppm', ['-png', '-r', '60', path.join(work, `${key}.pdf`), path.join(folder, key)]);
  console.log(`${TEMPLATES.length} documents drawn into ${folder}`);
} finally {
  await rm(work, { recursive: true, force: true });
}
