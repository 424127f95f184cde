/**
 * Writes the built-in Word and Excel templates and the page of their tags: `node scripts/templates/build.ts`; with `--check` it only says whether what is
 * committed is what would be written. Maintainers edit a template in Word or Excel and upload it; this is the one to start from.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import PizZip from 'pizzip';
import { SPREADSHEET_KINDS } from '../../extensions/core/src/documents/templateOf.ts';
import { sealZip } from '../../extensions/core/src/documents/sealZip.ts';
import { packageParts } from './packageParts.ts';
import { spreadsheetTemplate } from './sheets.ts';
import { styles } from './styles.ts';
import { tagPage } from './tagPage.ts';
import { TEMPLATES } from './templates.ts';

const ROOT = path.resolve(import.meta.dirname, '../../schema/templates');
const check = process.argv.includes('--check');
let stale = 0;

for (const { key, title, body, orientation, draft } of TEMPLATES) {
  const zip = new PizZip();
  for (const [name, content] of Object.entries(packageParts(title, styles(), body, orientation ?? 'portrait', draft))) zip.file(name, content);
  await keep(path.join(key, 'template.docx'), sealZip(zip));
}
for (const kind of SPREADSHEET_KINDS) await keep(path.join(kind, 'template.xlsx'), await spreadsheetTemplate(kind));

async function keep(name: string, bytes: Uint8Array): Promise<void> {
  const file = path.join(ROOT, name);
  const before = await readFile(file).catch(() => null);
  const same = before !== null && Buffer.compare(before, bytes) === 0;
  if (!same && check) stale += 1;
  if (!same && !check) {
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, bytes);
  }
  console.log(`${name}: ${same ? 'unchanged' : check ? 'stale — run node scripts/templates/build.ts' : 'written'}`);
}
const samples = Object.fromEntries(
  await Promise.all(
    TEMPLATES.map(async ({ key }) => [key, JSON.parse(await readFile(path.join(ROOT, key, 'sample.json'), 'utf8')) as unknown] as const),
  ),
);
const page = path.resolve(import.meta.dirname, '../../docs/templates.zh-CN.md');
if ((await readFile(page, 'utf8').catch(() => '')) !== tagPage(samples)) {
  if (check) stale += 1;
  else await writeFile(page, tagPage(samples));
  console.log(`docs/templates.zh-CN.md: ${check ? 'stale — run node scripts/templates/build.ts' : 'written'}`);
}
process.exitCode = stale > 0 ? 1 : 0;
