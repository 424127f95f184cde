import { execFileSync } from 'node:child_process';
import { chownSync, existsSync, mkdirSync, readFileSync, readlinkSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { clusterOwner } from './clusterOwner.ts';
import { plainEnvironment } from './plainEnvironment.ts';
import { endProcess } from './endProcess.ts';
import { postgresAccount } from './postgresAccount.ts';
import type { PostgresAccount } from './postgresAccount.ts';
import type { PostgresBinaries } from './postgresBinaries.ts';
import { partTexts } from '../texts/partTexts.ts';
import { processIdentity } from './processIdentity.ts';
import type { PartSpec } from './PartSpec.ts';
import type { Secrets } from './Secrets.ts';
import type { StackConfig } from './StackConfig.ts';

/** Two Directus pools, n8n's, the automation's and a person with psql stay well below. */
const MAX_CONNECTIONS = 200;

/** By what it says at its end. */
const REMEDIES: readonly (readonly [RegExp, (dataDir: string) => string])[] = [
  [/No space left on device/, partTexts.diskFull],
  [/Permission denied|has wrong ownership|must be owned by|must be started by the user/, partTexts.postgresAccess],
  [/incompatible with server|was initialized by PostgreSQL version/, partTexts.postgresMajor],
  [/password authentication failed/, partTexts.postgresSecrets],
  [/could not create shared memory|Cannot allocate memory/, partTexts.memory],
];

export function postgresSpec(config: StackConfig, secrets: Secrets, binaries: PostgresBinaries): PartSpec {
  const cluster = join(config.dataDir, 'postgres');
  const account = postgresAccount([binaries.postgres, cluster]);
  const env = { ...plainEnvironment(process.env), LC_MESSAGES: 'C' };
  const settings = [
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    `max_connections=${MAX_CONNECTIONS}`,
    'shared_buffers=256MB',
    'timezone=UTC',
    'log_timezone=UTC',
    ...(config.unsynced === true ? ['fsync=off', 'full_page_writes=off'] : []),
  ];
  const [command = '', ...args] = [
    ...(account?.prefix ?? []),
    binaries.postgres,
    ...['-D', cluster, '-p', String(config.ports.postgres)],
    ...settings.flatMap((setting) => ['-c', setting]),
  ];
  return {
    name: 'postgres',
    title: 'PostgreSQL',
    command,
    args,
    env,
    cwd: config.dataDir,
    uid: account?.uid,
    gid: account?.gid,
    // SIGINT is PostgreSQL's fast shutdown: clients are cut off, everything is written out (SIGTERM would wait for them).
    stopSignal: 'SIGINT',
    stopPatience: 30_000,
    startPatience: 120_000,
    prepare: async () => {
      if (!existsSync(join(cluster, 'PG_VERSION'))) makeCluster(cluster, secrets.databasePassword, binaries, account, env);
      await clearStaleLock(cluster);
    },
    probe: async () => {
      const client = new pg.Client({
        host: '127.0.0.1',
        port: config.ports.postgres,
        user: 'postgres',
        password: secrets.databasePassword,
        database: 'postgres',
        connectionTimeoutMillis: 2_000,
      });
      client.on('error', () => undefined); // a server going down under the probe: the query below rejects
      try {
        await client.connect();
        await client.query('select 1');
      } finally {
        await client.end().catch(() => undefined);
      }
    },
    remedy: (log) => {
      const found = REMEDIES.find(([pattern]) => pattern.test(log))?.[1] ?? partTexts.postgresUnknown;
      return found(config.dataDir);
    },
    // After SIGKILL of the postmaster its children take a moment to notice.
    worthRetrying: (log) => /pre-existing shared memory block|lock file "postmaster.pid" already exists/.test(log),
  };
}

/** Makes the cluster aside and moves it into place whole, so that an interrupted first start leaves no half of one. */
function makeCluster(
  cluster: string,
  password: string,
  binaries: PostgresBinaries,
  account: PostgresAccount | undefined,
  env: Record<string, string>,
): void {
  const draft = `${cluster}.new`;
  const passwordFile = `${cluster}.password`;
  rmSync(draft, { recursive: true, force: true });
  rmSync(cluster, { recursive: true, force: true });
  mkdirSync(draft, { mode: 0o700 });
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  const owner = clusterOwner(account);
  if (owner) for (const path of [draft, passwordFile]) chownSync(path, owner.uid, owner.gid);
  const [command = '', ...args] = [
    ...(account?.prefix ?? []),
    binaries.initdb,
    ...[`--pgdata=${draft}`, '--username=postgres', `--pwfile=${passwordFile}`, '--auth=scram-sha-256', '--encoding=UTF8'],
    // The same order of text on every machine; Chinese order is asked for by the query that needs it.
    ...['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C', '--lc-messages=C', '--no-instructions'],
  ];
  try {
    execFileSync(command, args, { env, stdio: ['ignore', 'pipe', 'pipe'], cwd: '/', ...(account ? { uid: account.uid, gid: account.gid } : {}) });
  } finally {
    rmSync(passwordFile, { force: true });
  }
  renameSync(draft, cluster);
}

/**
 * `postmaster.pid` outlives a SIGKILL. PostgreSQL trusts it as soon as any process has that number again, and then
 * refuses to start; so it is removed unless a postmaster of this very cluster is behind it, which is ended first.
 */
async function clearStaleLock(cluster: string): Promise<void> {
  const file = join(cluster, 'postmaster.pid');
  if (!existsSync(file)) return;
  const pid = Number.parseInt(readFileSync(file, 'utf8'), 10);
  const identity = processIdentity(pid);
  if (identity !== undefined && isPostmasterOf(pid, cluster)) await endProcess(pid, identity, 'SIGINT', 20_000);
  rmSync(file, { force: true });
}

function isPostmasterOf(pid: number, cluster: string): boolean {
  try {
    if (process.platform === 'linux') return readlinkSync(`/proc/${pid}/cwd`) === cluster;
    return execFileSync('ps', ['-p', String(pid), '-o', 'command='], { encoding: 'utf8' }).includes(cluster);
  } catch {
    return false;
  }
}
