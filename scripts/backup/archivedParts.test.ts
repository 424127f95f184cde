import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { archivedBytes } from './archivedBytes.ts';
import { archivedEntries } from './archivedEntries.ts';
import { RESTORED_SETTINGS } from './archivedParts.ts';
import { unpackArchive } from './unpackArchive.ts';
import { verifyArchive } from './verifyArchive.ts';
import { writeArchive } from './writeArchive.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'zhudian-parts-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function fill(files: Record<string, string>): { dataDir: string; repository: string } {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return { dataDir: join(folder, 'data'), repository: join(folder, 'checkout') };
}

it('counts what it writes: uploads, the folder of n8n with the bytes of its runs, replaced workflows, secrets and settings', async () => {
  const config = fill({
    'data/uploads/photo.jpg': 'p'.repeat(1000),
    'data/n8n/.n8n/storage/run': 'r'.repeat(200),
    'data/workflows-replaced/mine.json': 'm'.repeat(30),
    'data/secrets.json': 's'.repeat(4),
    'data/logs/directus.log': 'not counted',
    'checkout/.env': 'e'.repeat(5),
  });
  expect(await archivedBytes(config)).toBe(1239);
  const names = (await Array.fromAsync(archivedEntries(config))).map(({ name }) => name).filter((name) => !name.endsWith('/'));
  expect(names).toEqual(['uploads/photo.jpg', 'n8n/.n8n/storage/run', 'workflows-replaced/mine.json', 'secrets.json', RESTORED_SETTINGS]);
});

it('brings the settings of the checkout back beside the data, and does without what is not there', async () => {
  const config = fill({ 'data/secrets.json': '{}', 'checkout/.env': 'ZHUDIAN_ENV=production\n' });
  const archive = join(folder, 'archive');
  const versions = { zhudian: '0.1.0', directus: '11.17.4', n8n: '2.40.7', postgres: '18', platform: 'linux-x64' };
  await writeArchive(archive, archivedEntries(config), () => ({ at: '2026-11-25T01:15:00.000Z', versions, counts: {} }));
  expect(Object.keys((await verifyArchive(archive)).files)).toEqual(['secrets.json', RESTORED_SETTINGS]);
  await unpackArchive(archive, join(folder, 'restored'));
  expect(readFileSync(join(folder, 'restored', RESTORED_SETTINGS), 'utf8')).toBe('ZHUDIAN_ENV=production\n');
});
