import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { archivedParts } from '../backup/archivedParts.ts';

/** Stands in for docker: notes every call, and does in the folder `data` what the containers would do in their volumes. */
const DOCKER = `#!/usr/bin/env bash
echo "$*" >> "$STAND_IN/calls"
case "$*" in
  *pg_dump*) [[ -z \${DUMP_FAILS:-} ]] && echo "PGDMP of \${!#}" ;;
  *'pg_restore -f /dev/null') grep -q PGDMP ;;
  *pg_restore*) cat > "$STAND_IN/restored-\${!#}" ;;
  *'sh -c cd /data'*) sh -c "\${!#//\\/data/$STAND_IN/data}" ;;
  *'test ! -e'*) test ! -e "$STAND_IN/data/secrets.json" ;;
  *' tar -C /data -xmf - secrets.json') tar -C "$STAND_IN/data" -xmf - secrets.json ;;
  *' tar -C /data -xmf -') tar -C "$STAND_IN/data" -xmf - ;;
  *noteBackup.ts*) exit "\${NOTE_STATUS:-0}" ;;
esac
`;
/** The tar of the volumes, which sees files change while it reads them. */
const TAR = `#!/usr/bin/env bash
${execFileSync('bash', ['-c', 'command -v tar'], { encoding: 'utf8' }).trim()} "$@" || exit
if [[ $* == *--exclude* ]]; then exit "\${TAR_STATUS:-1}"; fi
`;

const scripts = ['backup.sh', 'restore.sh', 'sealing.sh'];
// A server with Docker is a Linux, whose tools the scripts use.
const isElsewhere = process.platform !== 'linux';
const hasGpg = spawnSync('gpg', ['--version']).status === 0;
let folder = '';
const at = (...path: string[]): string => join(folder, ...path);

function write(files: Record<string, string>): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(at(name)), { recursive: true });
    writeFileSync(at(name), text);
  }
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'zhudian-compose-'));
  write({
    'bin/docker': DOCKER,
    'bin/tar': TAR,
    'checkout/.env': 'ZHUDIAN_HOST=zhudian.city.example\n',
    'checkout/docker/Caddyfile': 'one door\n',
    'checkout/docker/own/proxy/key.pem': 'a key\n',
    'data/secrets.json': '{}',
    'data/uploads/photo.jpg': 'a photo',
    'data/n8n/.n8n/storage/run': 'a run',
    'data/n8n/.n8n/n8nEventLog.log': 'a log',
    'data/workflows-replaced/mine.json': '{}',
    'data/last-backup.json': '{}',
    passphrase: 'correct horse battery\n',
  });
  for (const name of ['docker', 'tar']) chmodSync(at('bin', name), 0o755);
  for (const name of scripts) cpSync(join(import.meta.dirname, name), at('checkout/scripts/compose', name));
  mkdirSync(at('gnupg'), { mode: 0o700 });
});
afterEach(() => {
  if (hasGpg) spawnSync('gpgconf', ['--kill', 'gpg-agent'], { env: { ...process.env, GNUPGHOME: at('gnupg') } });
  rmSync(folder, { recursive: true, force: true });
});

function run(script: 'backup' | 'restore', args: readonly string[], environment: Record<string, string> = {}): { ok: boolean; said: string } {
  const { status, stdout, stderr } = spawnSync('bash', [at('checkout/scripts/compose', `${script}.sh`), ...args], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, PATH: `${at('bin')}:${process.env['PATH'] ?? ''}`, STAND_IN: folder, GNUPGHOME: at('gnupg'), ...environment },
  });
  return { ok: status === 0, said: stdout + stderr };
}

const calls = (): string[] => readFileSync(at('calls'), 'utf8').trim().split('\n');
const listed = (file: string): string[] =>
  execFileSync('tar', ['-tf', file], { encoding: 'utf8' })
    .split('\n')
    .filter((name) => /[^/]$/.test(name))
    .sort();

function backUp(...args: string[]): string {
  const { ok, said } = run('backup', ['--to', 'archives', ...args]);
  expect(said).toContain('read again and whole');
  expect(ok).toBe(true);
  return at('archives', readdirSync(at('archives')).find((name) => !name.startsWith('zhudian-2020') && !name.startsWith('zhudian-2099')) ?? '');
}

describe.skipIf(isElsewhere)('backup.sh', () => {
  it('puts databases, volumes, settings and the commit into one folder that nobody else reads, though files change under it', () => {
    const made = backUp();
    expect(made).toMatch(/\/zhudian-\d{8}T\d{6}Z$/);
    expect(readdirSync(made).sort()).toEqual(['at', 'commit', 'directus.dump', 'n8n.dump', 'settings.tar', 'sums', 'volumes.tar']);
    for (const name of readdirSync(made)) expect(statSync(join(made, name)).mode & 0o777).toBe(0o600);
    expect(readFileSync(join(made, 'at'), 'utf8')).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ\n$/);
    expect(listed(join(made, 'volumes.tar'))).toEqual(['n8n/.n8n/storage/run', 'secrets.json', 'uploads/photo.jpg', 'workflows-replaced/mine.json']);
    expect(listed(join(made, 'settings.tar'))).toEqual(['.env', 'docker/Caddyfile', 'docker/own/proxy/key.pem']);
    // A file that a row names is there already.
    expect(calls().findLastIndex((call) => call.includes('pg_dump'))).toBeLessThan(calls().findIndex((call) => call.includes('cd /data')));
    expect(calls().at(-1)).toContain(made);
  });

  it('copies what an archive of processes holds', () => {
    const script = readFileSync(join(import.meta.dirname, 'backup.sh'), 'utf8');
    for (const { name, kind } of archivedParts({ dataDir: '', repository: '' }).filter(({ path }) => !path.endsWith('.env')))
      expect(script, `${kind} ${name}`).toMatch(new RegExp(`-cf - .*\\b${name.replace('.', '\\.')}\\b`));
  });

  it.each([
    ['a dump fails', { DUMP_FAILS: 'yes' }, 'cannot be dumped'],
    ['the volumes cannot be read', { TAR_STATUS: '2' }, 'volumes cannot be copied'],
  ])('deletes what is not whole and says so when %s', (_, environment, why) => {
    const { ok, said } = run('backup', ['--to', 'archives'], environment);
    expect(ok).toBe(false);
    expect(said).toContain(why);
    expect(readdirSync(at('archives'))).toEqual([]);
  });

  it('keeps the newest, never drops the one just made, and names those dated in the future', () => {
    const others = ['zhudian-20200101T010101Z', 'zhudian-20200102T010101Z', 'zhudian-20990101T010101Z', 'zhudian-20990102T010101Z'];
    for (const name of [...others, 'somebody-elses']) mkdirSync(at('archives', name), { recursive: true });
    const { ok, said } = run('backup', ['--to', 'archives', '--keep', '2']);
    expect(ok).toBe(true);
    expect(said).toContain('neither counted nor deleted: zhudian-20990101T010101Z');
    const left = readdirSync(at('archives'));
    expect(left).toHaveLength(5);
    expect(left).toEqual(expect.arrayContaining(['somebody-elses', ...others.slice(1)]));
  });

  it('keeps a backup that lacks uploads, drops none for it, and ends with a fault', () => {
    mkdirSync(at('archives', 'zhudian-20200101T010101Z'), { recursive: true });
    expect(run('backup', ['--to', 'archives', '--keep', '1'], { NOTE_STATUS: '1' }).ok).toBe(false);
    expect(readdirSync(at('archives'))).toHaveLength(2);
  });

  it('refuses what it does not understand before it does anything', () => {
    for (const args of [[], ['--to'], ['--to', 'archives', '--keep', '0'], ['--to', 'archives', '--passphrase-file', 'none'], ['--all']])
      expect(run('backup', args).ok).toBe(false);
    expect(existsSync(at('calls'))).toBe(false);
    expect(existsSync(at('archives'))).toBe(false);
  });
});

describe.skipIf(isElsewhere)('restore.sh', () => {
  /** Another server: the checkout without what is the office's own, and empty volumes. */
  function anotherServer(): void {
    for (const path of ['data', 'checkout/.env', 'checkout/docker/own', 'calls']) rmSync(at(path), { recursive: true, force: true });
    mkdirSync(at('data'));
  }

  function expectRestored(): void {
    expect(readFileSync(at('data/uploads/photo.jpg'), 'utf8')).toBe('a photo');
    expect(readFileSync(at('restored-directus'), 'utf8')).toBe('PGDMP of directus\n');
    expect(readFileSync(at('checkout/.env'), 'utf8')).toContain('zhudian.city.example');
    expect(readFileSync(at('checkout/docker/own/proxy/key.pem'), 'utf8')).toBe('a key\n');
  }

  it('brings everything back, the hold of mails last and nothing started but PostgreSQL', () => {
    const made = backUp();
    anotherServer();
    const { ok, said } = run('restore', [made]);
    expect(said).toContain('.env was not here');
    expect(ok).toBe(true);
    expectRestored();
    expect(calls().filter((call) => call.startsWith('compose up'))).toEqual(['compose up -d postgres']);
    expect(calls().at(-1)).toContain(`holdMails.ts ${readFileSync(join(made, 'at'), 'utf8').trim()}`);
    // PostgreSQL takes its password from the secrets when it makes its cluster.
    expect(calls().findIndex((call) => call.includes('-xmf - secrets.json'))).toBeLessThan(calls().indexOf('compose up -d postgres'));
  });

  it('leaves a file that is there as it is, and says how to read the one of the backup', () => {
    const made = backUp();
    anotherServer();
    write({ 'checkout/.env': 'ZHUDIAN_HOST=drill.city.example\n' });
    const { ok, said } = run('restore', [made]);
    expect(ok).toBe(true);
    expect(readFileSync(at('checkout/.env'), 'utf8')).toContain('drill.city.example');
    expect(said).toContain('.env differs from the backup');
    expect(said).toContain(`tar -xOf ${made}/settings.tar .env`);
    expect(said).not.toContain('Caddyfile');
  });

  it('refuses volumes in use, a newer version and a damaged backup, before anything is written', () => {
    const made = backUp();
    expect(run('restore', [made])).toMatchObject({ ok: false, said: expect.stringContaining('There is an installation') as string });
    anotherServer();
    const madeOf = (commit: string): void => {
      writeFileSync(join(made, 'commit'), `${commit}\n`);
      execFileSync('bash', ['-c', 'rm sums; sha256sum -- * > /tmp/$$.sums; mv /tmp/$$.sums sums'], { cwd: made });
    };
    madeOf('0123456789012345678901234567890123456789');
    expect(run('restore', [made])).toMatchObject({ ok: false, said: expect.stringContaining('git checkout 0123456789') as string });
    madeOf('unknown');
    const dump = readFileSync(join(made, 'n8n.dump'));
    writeFileSync(join(made, 'n8n.dump'), dump.subarray(0, -1));
    expect(run('restore', [made])).toMatchObject({ ok: false, said: expect.stringContaining('n8n.dump: FAILED') as string });
    rmSync(join(made, 'n8n.dump'));
    expect(run('restore', [made])).toMatchObject({ ok: false, said: expect.stringContaining('no n8n.dump') as string });
    expect(existsSync(at('calls'))).toBe(false);
    expect(existsSync(at('checkout/.env'))).toBe(false);
  });

  it.skipIf(!hasGpg)('opens what was sealed with its passphrase, and with no other', () => {
    const made = backUp('--passphrase-file', 'passphrase');
    expect(readdirSync(made).sort()).toEqual(['at', 'commit', 'directus.dump.gpg', 'n8n.dump.gpg', 'settings.tar.gpg', 'sums', 'volumes.tar.gpg']);
    for (const name of readdirSync(made)) expect(readFileSync(join(made, name), 'latin1')).not.toMatch(/PGDMP|a photo|ZHUDIAN_HOST/);
    anotherServer();
    write({ other: 'not this one, certainly\n' });
    expect(run('restore', [made])).toMatchObject({ ok: false, said: expect.stringContaining('sealed with a passphrase') as string });
    expect(run('restore', [made, '--passphrase-file', 'other'])).toMatchObject({
      ok: false,
      said: expect.stringContaining('Nothing was touched') as string,
    });
    expect(existsSync(at('calls'))).toBe(false);
    expect(run('restore', [made, '--passphrase-file', 'passphrase']).ok).toBe(true);
    expectRestored();
  });
});

it('every script is one that bash can read', () => {
  expect(readdirSync(import.meta.dirname).filter((name) => name.endsWith('.sh'))).toEqual(scripts);
  for (const name of scripts) execFileSync('bash', ['-n', join(import.meta.dirname, name)]);
});
