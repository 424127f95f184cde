/**
 * Writes the built-in Word templates and the page of their tags: `node scripts/templates/build.ts`; with `--check` it only says whether what is
 * committed is what would be written. Maintainers edit a template in Word and upload it; this is the one to start from.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import PizZip from 'pizzip';
import { sealZip } from '../../extensions/core/src/documents/sealZip.ts';
import { packageParts } from './packageParts.ts';
import { styles } from './styles.ts';
import { tagPage } from './tagPage.ts';
import { TEMPLATES } from './templates.ts';

const ROOT = path.resolve(import.meta.dirname, '../../schema/templates');
const check = process.argv.includes('--check');
let stale = 0;

for (const { key, title, body, orientation } of TEMPLATES) {
  const zip = new PizZip();
  for (const [name, content] of Object.entries(packageParts(title, styles(), body, orientation ?? 'portrait'))) zip.file(name, content);
  const bytes = sealZip(zip);
  const file = path.join(ROOT, key, 'template.docx');
  const before = await readFile(file).catch(() => null);
  const same = before !== null && Buffer.compare(before, bytes) === 0;
  if (!same && check) stale += 1;
  if (!same && !check) {
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, bytes);
  }
  console.log(`${key}: ${same ? 'unchanged' : check ? 'stale — run node scripts/templates/build.ts' : 'written'}`);
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
