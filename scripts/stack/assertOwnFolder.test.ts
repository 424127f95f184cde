import { chownSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { assertOwnFolder } from './assertOwnFolder.ts';

const me = process.getuid?.();
let dataDir = '';
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'zhudian-own-'));
  for (const name of ['logs', 'postgres', 'lost+found']) mkdirSync(join(dataDir, name));
  writeFileSync(join(dataDir, 'secrets.json'), '{}');
});
afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

/** An account of its own that services have on every Linux. */
const OTHER = 2;
const refusal = (uid: number): { message: string; remedy: string } | undefined => {
  try {
    assertOwnFolder(dataDir, uid);
    return undefined;
  } catch (error) {
    return error as Error & { remedy: string };
  }
};

describe.runIf(me === 0)('a data folder', () => {
  it('of the account that starts it is taken; under root the database has an account of its own', () => {
    chownSync(join(dataDir, 'postgres'), OTHER, OTHER);
    expect(refusal(0)).toBeUndefined();
    for (const name of ['', 'logs', 'postgres', 'secrets.json']) chownSync(join(dataDir, name), OTHER, OTHER);
    expect(refusal(OTHER)).toBeUndefined();
  });

  it('of the service is not written by root, and the command for the account is told', () => {
    chownSync(dataDir, OTHER, OTHER);
    expect(refusal(0)).toMatchObject({ message: expect.stringContaining('belongs to the account bin') as string });
    expect(refusal(0)?.remedy).toContain('sudo -u bin -H npm');
  });

  it('in which root has left something is named with it, and with the one command that mends it', () => {
    for (const name of ['', 'postgres']) chownSync(join(dataDir, name), OTHER, OTHER);
    const { message, remedy } = refusal(OTHER) ?? { message: '', remedy: '' };
    expect(message).toMatch(/root.*: logs, secrets\.json\./);
    expect(remedy).toContain(`sudo chown -R bin: ${dataDir}`);
    expect(remedy).not.toContain('--reset');
  });
});
