import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { noteBackup } from '../backup/lastBackup.ts';
import { readStackConfig } from '../stack/readStackConfig.ts';
import { checkBackup } from './checkBackup.ts';
import type { Finding } from './Finding.ts';

let dataDir = '';
let archive = '';
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'zhudian-doctor-'));
  mkdirSync(join(dataDir, 'archives'));
  archive = join(dataDir, 'archives', 'one');
  writeFileSync(archive, '');
});
afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

const at = '2026-11-24T01:15:00.000Z';
const soon = '2026-11-24T02:15:00Z';

async function look(now: string, production = true): Promise<Finding | undefined> {
  const [finding] = await checkBackup({ config: { ...readStackConfig({}), dataDir, production }, secrets: undefined }, new Date(now));
  return finding;
}

it('misses a nightly backup after two days, where an office works', async () => {
  noteBackup(dataDir, { at, file: archive });
  expect(await look('2026-11-26T01:14:00Z')).toMatchObject({ ok: true });
  expect(await look('2026-11-26T01:16:00Z')).toMatchObject({ ok: false });
  expect(await look('2026-11-26T01:16:00Z', false)).toMatchObject({ ok: true });
});

it('asks for a first backup once an office has worked, or a restore is past, for two days', async () => {
  expect(await look(at)).toMatchObject({ ok: true });
  const secrets = join(dataDir, 'secrets.json');
  writeFileSync(secrets, '{}');
  utimesSync(secrets, new Date(at), new Date(at));
  expect(await look('2026-11-26T01:14:00Z')).toMatchObject({ ok: true });
  expect(await look('2026-11-26T01:16:00Z')).toMatchObject({ ok: false, detail: 'none was ever made of this data folder' });
  expect(await look('2026-11-26T01:16:00Z', false)).toMatchObject({ ok: true });
});

it('finds an archive that was deleted, or whose disk is not mounted', async () => {
  noteBackup(dataDir, { at, file: archive });
  rmSync(archive);
  expect(await look(soon)).toMatchObject({ ok: false, detail: expect.stringContaining('not there any more') as string });
  expect(await look(soon, false)).toMatchObject({ ok: true });
});

it('warns of a folder that it cannot look into, and names it', async () => {
  noteBackup(dataDir, { at, file: '/nowhere/zhudian/one' });
  expect(await look(soon)).toMatchObject({
    ok: true,
    detail: expect.stringMatching(/\/nowhere\/zhudian\/one.*ENOENT/) as string,
    remedy: expect.stringContaining('not mounted') as string,
  });
});

it('does not take a backup dated in the future for a fresh one', async () => {
  noteBackup(dataDir, { at: '2027-11-24T01:15:00.000Z', file: archive });
  expect(await look(soon)).toMatchObject({ ok: false, detail: expect.stringContaining('dated in the future') as string });
});

it('finds a backup that lacks uploads which lie in another storage', async () => {
  noteBackup(dataDir, { at, file: archive, elsewhere: 3 });
  expect(await look(soon)).toMatchObject({ ok: false, detail: expect.stringContaining('3 uploads are not in it') as string });
});
