import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { processIdentity } from '../stack/processIdentity.ts';
import { assertNotInUse } from './assertNotInUse.mjs';
import { ensureModules } from './ensureModules.mjs';

let folder = '';
let running: ChildProcess;

/** A checkout whose packages are of another version than its lock says. */
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'zhudian-modules-'));
  mkdirSync(join(folder, 'node_modules'));
  mkdirSync(join(folder, 'data'));
  writeFileSync(join(folder, 'node_modules', 'in-use'), '');
  writeFileSync(join(folder, 'package.json'), '{"name": "changed"}');
  writeFileSync(join(folder, 'package-lock.json'), '{"packages": {"node_modules/new": {"version": "1.0.0"}}}');
  vi.stubEnv('ZHUDIAN_DATA_DIR', join(folder, 'data'));
  running = spawn(process.execPath, ['-e', 'setInterval(() => undefined, 1000)']);
});
afterEach(() => {
  vi.unstubAllEnvs();
  running.kill();
  rmSync(folder, { recursive: true, force: true });
});

function own(owner: { identity?: string; repository?: string }): void {
  const pid = running.pid ?? 0;
  writeFileSync(join(folder, 'data', 'owner.json'), JSON.stringify({ pid, identity: processIdentity(pid), ...owner }));
}

it.each([
  ['of this checkout', () => ({ repository: folder })],
  ['that does not say from which checkout, as earlier versions did', () => ({})],
])('does not touch the packages under a running installation %s, and says how to go on', async (_, owner) => {
  own(owner());
  await expect(ensureModules(folder, folder, process.execPath)).rejects.toMatchObject({
    message: expect.stringContaining(`process ${running.pid ?? 0}`) as string,
    remedy: expect.stringMatching(/^Stop Zhudian, then start it/) as string,
  });
  expect(existsSync(join(folder, 'node_modules', 'in-use'))).toBe(true);
  expect(existsSync(join(folder, 'install.log'))).toBe(false);
});

it.each([
  ['the one that ran is gone', () => ({ identity: 'another start' })],
  ['it runs from another checkout', () => ({ repository: '/opt/another' })],
])('has nothing against an installation of packages when %s', (_, owner) => {
  own(owner());
  expect(() => assertNotInUse(folder, process.execPath)).not.toThrow();
});
