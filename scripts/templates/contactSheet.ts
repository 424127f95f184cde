/**
 * Draws every kind of document at its shortest, as usual and at its longest, and a draft, the pages side by side: `node scripts/templates/contactSheet.ts [folder]`,
 * into docs/images/documents unless told otherwise. Needs Debian's libreoffice-writer, libreoffice-calc and poppler-utils.
 */
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import sharp from 'sharp';
import { documentData, type DocumentKind } from '../../extensions/core/src/documents/documentData.ts';
import { renderWord } from '../../extensions/core/src/documents/renderWord.ts';
import { SPREADSHEET_KINDS, spreadsheetKey } from '../../extensions/core/src/documents/templateOf.ts';
import { CASES, extremeFacts } from '../../extensions/core/src/documents/testing/extremeFacts.ts';
import { renderSpreadsheet } from '../../extensions/core/src/spreadsheets/renderSpreadsheet.ts';
import { fontSettings, fontSubstitutes, installedFonts } from '../../extensions/host/src/officeFonts.ts';
import { TEMPLATES } from './templates.ts';

const run = promisify(execFile);
const TEMPLATES_FOLDER = path.resolve(import.meta.dirname, '../../schema/templates');
const folder = path.resolve(process.argv[2] ?? path.resolve(import.meta.dirname, '../../docs/images/documents'));
const work = await mkdtemp(path.join(tmpdir(), 'zhudian-sheet-'));
/** Pages of a picture, how wide each is in pixels, and the pixels between them. */
const [PAGES, WIDTH, GAP] = [8, 230, 6];

const file = async (kind: DocumentKind, name: string): Promise<Buffer> => await readFile(path.join(TEMPLATES_FOLDER, kind, name));
const sample = async (kind: DocumentKind): Promise<unknown> => JSON.parse((await file(kind, 'sample.json')).toString()) as unknown;

/** Photos as phones take them: lying, standing, small; each of its own grey. */
async function photos(): Promise<Record<string, Buffer>> {
  const shapes = [
    [1280, 960],
    [960, 1280],
    [1280, 720],
    [400, 300],
  ] as const;
  const made = Array.from({ length: 30 }, async (_, index) => {
    const [width, height] = shapes[index % shapes.length] ?? shapes[0];
    const tone = 90 + index * 4;
    const bytes = await sharp({ create: { width, height, channels: 3, background: { r: tone, g: tone, b: tone + 20 } } })
      .jpeg()
      .toBuffer();
    return [`photo-${index + 1}`, bytes] as const;
  });
  return Object.fromEntries(await Promise.all(made));
}

/** The pages of a document side by side, in sixteen greys. */
async function sheet(name: string): Promise<void> {
  await run('pdftoppm', ['-png', '-gray', '-scale-to-x', String(WIDTH), '-scale-to-y', '-1', path.join(work, `${name}.pdf`), path.join(work, name)]);
  const all = (await readdir(work)).filter((one) => one.startsWith(`${name}-`) && one.endsWith('.png')).sort();
  // The first pages and the last: what is between them is like both.
  const shown = all.length <= PAGES ? all : [...all.slice(0, PAGES - 2), ...all.slice(-2)];
  const pages = await Promise.all(
    shown.map(async (one) => {
      const input = await readFile(path.join(work, one));
      return { input, height: (await sharp(input).metadata()).height };
    }),
  );
  const height = Math.max(...pages.map((page) => page.height)) + 2 * GAP;
  await sharp({ create: { width: pages.length * (WIDTH + GAP) + GAP, height, channels: 3, background: '#888888' } })
    .composite(pages.map(({ input }, index) => ({ input, left: GAP + index * (WIDTH + GAP), top: GAP })))
    .png({ palette: true, colours: 16, compressionLevel: 9, effort: 10 })
    .toFile(path.join(folder, `${name}.png`));
}

try {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const signature = await readFile(path.join(TEMPLATES_FOLDER, 'signature.png'));
  const images = { 'signature-1': signature, 'signature-2': signature, ...(await photos()) };
  const documents: string[] = [];
  for (const which of CASES) {
    for (const { key } of TEMPLATES) {
      documents.push(`${key}-${which}.docx`);
      const data = documentData(key, extremeFacts(await sample(key), which));
      await writeFile(path.join(work, `${key}-${which}.docx`), renderWord(await file(key, 'template.docx'), data, images));
    }
    for (const kind of SPREADSHEET_KINDS) {
      const name = `${spreadsheetKey(kind)}-${which}.xlsx`;
      documents.push(name);
      const data = documentData(kind, extremeFacts(await sample(kind), which));
      await writeFile(path.join(work, name), await renderSpreadsheet(await file(kind, 'template.xlsx'), data));
    }
  }
  const drafted = documentData('county_report', { ...((await sample('county_report')) as object), draft: true });
  documents.push('county_report-draft.docx');
  await writeFile(path.join(work, 'county_report-draft.docx'), renderWord(await file('county_report', 'template.docx'), drafted));
  await mkdir(path.join(work, 'profile', 'user'), { recursive: true });
  const namespaces =
    'xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"';
  await writeFile(
    path.join(work, 'profile', 'user', 'registrymodifications.xcu'),
    `<?xml version="1.0" encoding="UTF-8"?>\n<oor:items ${namespaces}>${fontSettings(fontSubstitutes(await installedFonts()))}</oor:items>\n`,
  );
  const options = [`-env:UserInstallation=file://${work}/profile`, '--headless', '--convert-to', 'pdf', '--outdir', work];
  await run('soffice', [...options, ...documents.map((name) => path.join(work, name))], { timeout: 300_000 });
  for (const name of documents) await sheet(path.parse(name).name);
  console.log(`${documents.length} documents drawn into ${folder}`);
} finally {
  await rm(work, { recursive: true, force: true });
}
