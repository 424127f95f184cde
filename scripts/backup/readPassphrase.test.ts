import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { readPassphrase } from './readPassphrase.ts';

const folder = mkdtempSync(join(tmpdir(), 'zhudian-passphrase-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('reads a passphrase without the line break at its end, and refuses a short one and none', () => {
  const file = join(folder, 'passphrase');
  writeFileSync(file, 'correct horse battery\r\n');
  expect(readPassphrase(file)).toBe('correct horse battery');
  writeFileSync(file, 'short\n');
  expect(() => readPassphrase(file)).toThrow('holds no passphrase of at least 12 characters');
  expect(() => readPassphrase(join(folder, 'none'))).toThrow('holds no passphrase');
});

it('says whose file it has to be when the account of the backup may not read it', () => {
  const refused = () => {
    throw Object.assign(new Error('EACCES: permission denied'), { code: 'EACCES' });
  };
  expect(() => readPassphrase('/etc/zhudian/passphrase', refused, 'zhudian')).toThrow(
    expect.objectContaining({
      message: 'The account zhudian may not read the passphrase in /etc/zhudian/passphrase.',
      remedy: expect.stringContaining('chown zhudian /etc/zhudian/passphrase') as string,
    }),
  );
});
