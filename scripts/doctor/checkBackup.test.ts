import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { noteBackup } from '../backup/lastBackup.ts';
import { readStackConfig } from '../stack/readStackConfig.ts';
import { checkBackup } from './checkBackup.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'zhudian-doctor-'));
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

it('misses a nightly backup after two days, where an office works and backups were made at all', async () => {
  const config = { ...readStackConfig({}), dataDir, production: true };
  const at = '2026-11-24T01:15:00.000Z';
  const ok = async (now: string, production = true) =>
    (await checkBackup({ config: { ...config, production }, secrets: undefined }, new Date(now))).map((finding) => finding.ok);
  expect(await ok(at)).toEqual([true]);
  noteBackup(dataDir, { at, file: '/backup/zhudian/one' });
  expect(await ok('2026-11-26T01:14:00Z')).toEqual([true]);
  expect(await ok('2026-11-26T01:16:00Z')).toEqual([false]);
  expect(await ok('2026-11-26T01:16:00Z', false)).toEqual([true]);
});
