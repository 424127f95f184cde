import { chmodSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { keepPrivate, openPaths } from './keepPrivate.ts';

const before = process.umask(0o022);
const folder = mkdtempSync(join(tmpdir(), 'zhudian-private-'));
afterEach(() => {
  process.umask(before);
  rmSync(folder, { recursive: true });
});
const modeOf = (name: string): number => statSync(join(folder, name)).mode & 0o777;

it.skipIf(process.platform === 'win32')(
  'closes what other accounts could read or enter, keeps what is new closed, and leaves PostgreSQL its folder',
  () => {
    for (const name of ['uploads', 'n8n', 'postgres']) {
      mkdirSync(join(folder, name));
      chmodSync(join(folder, name), 0o755);
    }
    writeFileSync(join(folder, 'settings.env'), '');
    chmodSync(join(folder, 'settings.env'), 0o644);
    expect(openPaths(folder).sort()).toEqual(['n8n', 'settings.env', 'uploads'].map((name) => join(folder, name)));
    keepPrivate(folder);
    expect(openPaths(folder)).toEqual([]);
    expect([modeOf('uploads'), modeOf('n8n'), modeOf('settings.env'), modeOf('postgres')]).toEqual([0o700, 0o700, 0o600, 0o755]);
    expect(modeOf('.') & 0o066).toBe(0);
    mkdirSync(join(folder, 'uploads', 'new'));
    writeFileSync(join(folder, 'photo'), '');
    expect([modeOf('uploads/new'), modeOf('photo')]).toEqual([0o700, 0o600]);
  },
);
