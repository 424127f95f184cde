import { expect, it } from 'vitest';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join, resolve } from 'node:path';

const here = resolve(import.meta.dirname);

/** What an ordinary account is told of a file that is not its own. */
function told(work: string): string {
  const script = `import { printFault } from '${join(here, 'printFault.ts')}'; import fs from 'node:fs'; try { ${work} } catch (error) { printFault(error); }`;
  const account = userInfo().uid === 0 ? { uid: 65_534, gid: 65_534 } : {};
  return spawnSync(process.execPath, ['--input-type=module-typescript', '-e', script], {
    cwd: '/',
    encoding: 'utf8',
    ...account,
    env: { PATH: process.env['PATH'] ?? '' },
  }).stderr;
}

it('names the account of a file that the system refuses, who asked, and the command that mends it, without a stack trace', () => {
  const folder = mkdtempSync(join(tmpdir(), 'zhudian-access-'));
  const refused = userInfo().uid === 0 ? folder : '/root';
  try {
    const said = told(`fs.writeFileSync('${refused}/owner.json', '')`);
    expect(said).toMatch(/✗ .*owner\.json cannot be made: the folder above belongs to the account root/);
    expect(said).toMatch(/→ .*sudo install -d -o \S+ -m 700/);
    expect(said).not.toContain('    at ');
  } finally {
    rmSync(folder, { recursive: true });
  }
});

it('no message of the command line recommends --reset for what is only somebody else’s file', () => {
  const scripts = resolve(here, '..');
  const files = readdirSync(scripts, { recursive: true, encoding: 'utf8' }).filter((file) => /\.(ts|mjs)$/.test(file) && !file.includes('.test.'));
  const recommending = files.filter((file) => readFileSync(join(scripts, file), 'utf8').includes('-- --reset'));
  // Where it asks to be called with --yes.
  expect(recommending).toEqual(['texts/folderTexts.ts']);
});
