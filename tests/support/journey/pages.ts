import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { DrawnPage } from './DrawnPage.ts';
import { readWords } from './readWords.ts';

const run = promisify(execFile);
/** Dots an inch: a signature of 4 cm is 160 pixels wide. */
const RESOLUTION = '100';

/**
 * A Word document, a workbook or a PDF as it is printed: by LibreOffice and poppler, as at `npm run` of the templates' pictures. A machine
 * without them fails here: whoever runs journeys installs libreoffice-writer, libreoffice-calc and poppler-utils.
 */
export async function pages(bytes: Uint8Array): Promise<DrawnPage[]> {
  const folder = await mkdtemp(join(tmpdir(), 'zhudian-pages-'));
  try {
    const name = `document.${await kindOf(bytes)}`;
    await writeFile(join(folder, name), bytes);
    if (!name.endsWith('.pdf'))
      await program('soffice', [
        `-env:UserInstallation=file://${folder}/profile`,
        ...['--headless', '--norestore', '--convert-to', 'pdf', '--outdir', folder, join(folder, name)],
      ]);
    const pdf = join(folder, 'document.pdf');
    await Promise.all([
      program('pdftoppm', ['-gray', '-r', RESOLUTION, pdf, join(folder, 'grey')]),
      program('pdftoppm', ['-png', '-r', RESOLUTION, pdf, join(folder, 'colour')]),
      program('pdftotext', ['-layout', pdf, join(folder, 'text.txt')]),
      program('pdftotext', ['-bbox', pdf, join(folder, 'words.html')]),
    ]);
    const words = readWords(await readFile(join(folder, 'words.html'), 'utf8'));
    const texts = (await readFile(join(folder, 'text.txt'), 'utf8')).split('\f');
    const drawn = (await readdir(folder)).filter((one) => one.startsWith('grey')).sort();
    return await Promise.all(
      drawn.map(
        async (one, index) =>
          new DrawnPage(
            await readFile(join(folder, one)),
            await readFile(join(folder, one.replace('grey', 'colour').replace('.pgm', '.png'))),
            texts[index] ?? '',
            words[index] ?? [],
          ),
      ),
    );
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
  }
}

async function program(name: string, parameters: readonly string[]): Promise<void> {
  await run(name, [...parameters], { timeout: 180_000 }).catch((error: unknown) => {
    const missing = (error as { code?: unknown }).code === 'ENOENT';
    throw missing ? new Error(`${name} is missing: apt-get install libreoffice-writer libreoffice-calc poppler-utils`) : error;
  });
}

async function kindOf(bytes: Uint8Array): Promise<'pdf' | 'docx' | 'xlsx'> {
  const head = Buffer.from(bytes);
  if (head.subarray(0, 5).toString('latin1') === '%PDF-') return 'pdf';
  // Names of a ZIP's parts stand in it as they are.
  if (head.includes('word/document.xml')) return 'docx';
  if (head.includes('xl/workbook.xml')) return 'xlsx';
  throw new Error(`neither Word document, workbook nor PDF: ${head.subarray(0, 60).toString('latin1')}`);
}
