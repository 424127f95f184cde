import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
/** Pixels to the point of the paper: 144 dots to the inch. */
const SCALE = 2;

/** Where a picture stands on its page, in pixels. */
export interface Place {
  readonly page: number;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export interface Pages {
  /** Each page as LibreOffice prints it, PNG. */
  readonly pages: readonly Buffer[];
  /** The pictures on them. */
  readonly pictures: readonly Place[];
  readonly text: string;
}

/** A Word document as it comes out of a printer. Needs LibreOffice and poppler-utils. */
export async function drawPages(docx: Uint8Array): Promise<Pages> {
  const folder = await mkdtemp(join(tmpdir(), 'zhudian-pages-'));
  const at = (name: string): string => join(folder, name);
  try {
    await writeFile(at('a.docx'), docx);
    const profile = `-env:UserInstallation=file://${folder}/profile`;
    await run('soffice', [profile, '--headless', '--norestore', '--convert-to', 'pdf', '--outdir', folder, at('a.docx')], { timeout: 180_000 });
    await run('pdftoppm', ['-png', '-r', String(72 * SCALE), at('a.pdf'), at('page')]);
    await run('pdftohtml', ['-xml', '-zoom', String(SCALE), at('a.pdf'), at('layout')]);
    const layout = await readFile(at('layout.xml'), 'utf8');
    const names = (await readdir(folder)).filter((name) => /^page-\d+\.png$/.test(name)).sort();
    return {
      pages: await Promise.all(names.map((name) => readFile(at(name)))),
      pictures: placesOf(layout),
      text: layout.replace(/<[^>]+>/g, ''),
    };
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

function placesOf(layout: string): Place[] {
  const [, ...pages] = layout.split('<page ');
  return pages.flatMap((xml, page) =>
    [...xml.matchAll(/<image top="(-?\d+)" left="(-?\d+)" width="(\d+)" height="(\d+)"/g)].map(([, top, left, width, height]) => ({
      page,
      left: Number(left),
      top: Number(top),
      width: Number(width),
      height: Number(height),
    })),
  );
}
