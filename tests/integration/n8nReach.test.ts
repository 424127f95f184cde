import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { excludedNodes } from '../../scripts/stack/excludedNodes.ts';
import { automationCredential } from '../../scripts/workflows/automationCredential.ts';
import { done } from '../support/answers.ts';
import { Api } from '../support/Api.ts';
import { hazardMails } from '../support/hazardMails.ts';
import { linkOf } from '../support/linkOf.ts';
import { n8nCookie, openN8n, type AskN8n } from '../support/openN8n.ts';
import { ownStack } from '../support/TestStack.ts';
import { useTestStack } from '../support/useTestStack.ts';
import { waitFor } from '../support/waitFor.ts';

/** What somebody reaches who writes workflows: each attempt is a workflow that is published and run on n8n itself. */
const test = useTestStack(ownStack);
let ask: AskN8n;
let listener: Server;
const heard: IncomingHttpHeaders[] = [];

beforeAll(async () => {
  ask = await openN8n(test.stack);
  listener = createServer((request, response) => {
    heard.push(request.headers);
    response.end('{}');
  });
  await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve));
}, 600_000);
afterAll(() => void listener.close());

interface Probe {
  readonly type: string;
  readonly typeVersion: number;
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly credentials?: Readonly<Record<string, unknown>>;
}

/** Publishes a workflow with one step and runs it; resolves with all that it gives back, refusals included. */
async function run(probe: Probe): Promise<string> {
  const path = randomUUID();
  const hook = { path, httpMethod: 'GET', responseMode: 'lastNode' };
  const step = { id: randomUUID(), name: 'probe', position: [200, 0], onError: 'continueRegularOutput', ...probe };
  const nodes = [
    { id: randomUUID(), name: 'start', type: 'n8n-nodes-base.webhook', typeVersion: 2, position: [0, 0], webhookId: path, parameters: hook },
    step,
  ];
  const connections = { start: { main: [[{ node: 'probe', type: 'main', index: 0 }]] } };
  const made = await ask('POST', '/rest/workflows', { name: `probe ${path}`, nodes, connections, settings: { executionOrder: 'v1' } });
  await ask('POST', `/rest/workflows/${String(made['id'])}/activate`, { versionId: made['versionId'] });
  return await waitFor('the workflow answers', async () => {
    const answer = await fetch(new URL(`/webhook/${path}`, test.stack.config.urls.n8n));
    const text = await answer.text();
    return answer.status === 404 ? undefined : text;
  });
}

const code = async (jsCode: string): Promise<string> => await run({ type: 'n8n-nodes-base.code', typeVersion: 2, parameters: { jsCode } });
const set = async (value: string): Promise<string> =>
  await run({
    type: 'n8n-nodes-base.set',
    typeVersion: 3.4,
    parameters: { assignments: { assignments: [{ id: '1', name: 'got', type: 'string', value }] } },
  });
const request = async (parameters: Record<string, unknown>, credentials?: Record<string, unknown>): Promise<string> =>
  await run({ type: 'n8n-nodes-base.httpRequest', typeVersion: 4.2, parameters, ...(credentials ? { credentials } : {}) });

const secrets = (): string[] => {
  const { secrets: known } = test.stack;
  return [known.n8nEncryptionKey, known.automationToken, known.acknowledgeSecret, known.databasePassword, known.directusSecret];
};
const holdsSecret = (text: string): boolean => secrets().some((secret) => secret !== '' && text.includes(secret));

describe('a Code node', () => {
  it('runs, and reads neither the environment nor the process', async () => {
    expect(await code(`return [{ json: { sum: 40 + 2 } }]`)).toContain('42');
    for (const look of [
      'JSON.stringify(process.env)',
      'JSON.stringify(globalThis.process.env)',
      `JSON.stringify(this.constructor.constructor('return process')().env)`,
      `JSON.stringify([].constructor.constructor('return process.env')())`,
      '$env.N8N_ENCRYPTION_KEY',
      '$env.DB_POSTGRESDB_PASSWORD',
      'JSON.stringify($getWorkflowStaticData("global").constructor.constructor("return process.env")())',
    ]) {
      const told = await code(
        `let got; try { got = ${look} } catch (error) { got = 'refused: ' + error.message } return [{ json: { got: String(got) } }]`,
      );
      expect([look, holdsSecret(told), /PATH|HOME|POSTGRES/.test(told)], told).toEqual([look, false, false]);
    }
  });

  it('opens no file, no shell and no connection', async () => {
    const file = join(test.stack.config.dataDir, 'secrets.json');
    for (const look of [
      `require('fs').readFileSync(${JSON.stringify(file)}, 'utf8')`,
      `require('node:fs').readFileSync('/etc/passwd', 'utf8')`,
      `require('child_process').execSync('id').toString()`,
      `require('net').connect(${String(test.stack.config.ports.postgres)})`,
      `await import('node:fs').then((fs) => fs.readFileSync('/etc/passwd', 'utf8'))`,
      `await fetch('http://127.0.0.1:${String((listener.address() as AddressInfo).port)}/').then((answer) => answer.status)`,
    ]) {
      const told = await code(
        `let got = ''; try { got = 'REACHED ' + (${look}) } catch (error) { got = 'refused: ' + error.message } return [{ json: { got: String(got) } }]`,
      );
      expect([look, told.includes('REACHED')], told).toEqual([look, false]);
    }
    expect(heard).toEqual([]);
  });
});

describe('an expression', () => {
  it('reads neither the environment nor the process', async () => {
    expect(await set('={{ 40 + 2 }}')).toContain('42');
    for (const look of [
      '={{ $env.N8N_ENCRYPTION_KEY }}',
      '={{ JSON.stringify($env) }}',
      '={{ process.env.N8N_ENCRYPTION_KEY }}',
      `={{ [].constructor.constructor('return process.env.N8N_ENCRYPTION_KEY')() }}`,
    ])
      expect([look, holdsSecret(await set(look))]).toEqual([look, false]);
  });
});

describe('nodes', () => {
  it('that reach the machine, its files, the database or the mail are not there, and a workflow that names one is not published', async () => {
    const answer = await fetch(new URL('/types/nodes.json', test.stack.config.urls.n8n), {
      headers: { cookie: await n8nCookie(test.stack), 'browser-id': 'zhudian-tests' },
    });
    const names = new Set(((await answer.json()) as { name: string }[]).map(({ name }) => name));
    expect(names.has('n8n-nodes-base.set')).toBe(true);
    expect(names.has('CUSTOM.zhudianTrigger')).toBe(true);
    expect(excludedNodes.filter((name) => names.has(name))).toEqual([]);
    // Whatever the next version of n8n brings under such a name.
    const base = [...names].filter((name) => name.startsWith('n8n-nodes-base.'));
    expect(
      base.filter((name) => /\.(.*(command|ssh|ftp|sql|mongo|redis|postgres|readWrite|localFile|ldap|kafka|rabbit|mqtt|amqp).*)$/i.test(name)),
    ).toEqual([]);
    await expect(run({ type: 'n8n-nodes-base.executeCommand', typeVersion: 1, parameters: { command: 'id' } })).rejects.toThrow();
  });
});

describe('the credential', () => {
  const own = { zhudianApi: { id: automationCredential.id, name: automationCredential.name } };
  const by = { authentication: 'predefinedCredentialType', nodeCredentialType: 'zhudianApi' };

  it('is carried to no other address, also when somebody opens it for HTTP Request', async () => {
    const other = `http://127.0.0.1:${String((listener.address() as AddressInfo).port)}/take`;
    await request({ url: other, ...by }, own);
    const stored = await ask('GET', `/rest/credentials/${automationCredential.id}?includeData=true`);
    const { id: _, ...rest } = stored;
    await ask('PATCH', `/rest/credentials/${automationCredential.id}`, {
      ...rest,
      data: { ...(stored['data'] as object), allowedHttpRequestDomains: 'all' },
    });
    const told = await request({ url: other, ...by }, own);
    expect(heard.filter(({ authorization }) => authorization !== undefined)).toEqual([]);
    expect(told).toContain('本凭据只用于');
  });

  it('is shown to nobody', async () => {
    expect(holdsSecret(JSON.stringify(await ask('GET', `/rest/credentials/${automationCredential.id}?includeData=true`)))).toBe(false);
  });

  it('reads what mails are composed from and writes nothing', async () => {
    const api = new Api(test.stack.config.urls.directus, test.stack.secrets.automationToken);
    const status = async (method: string, path: string, body?: unknown): Promise<number> => (await api.send(method, path, body)).status;
    // As the editor's test step of the trigger asks (newestEvent.ts).
    const newest =
      '/items/outbox?filter={"topic":{"_in":["hazard.major"]}}&fields=seq,key,topic,subject,payload,created_at,attempts&sort=-seq&limit=1';
    expect(done(await api.send<unknown[]>('GET', newest))).toEqual(expect.any(Array));
    for (const path of ['/items/counties', '/items/hazards?fields=title', '/items/settings?fields=operations_email', '/items/outbox?fields=topic'])
      expect([path, await status('GET', path)]).toEqual([path, 200]);
    for (const path of ['visits', 'visit_inspectors', 'suspicions', 'documents', 'deliveries', 'hazard_events', 'settings?fields=escalation_plan'])
      expect([path, await status('GET', `/items/${path}`)]).toEqual([path, 403]);
    for (const path of [
      '/files',
      '/users?filter[role][_nnull]=true&fields=password',
      '/roles',
      '/activity',
      '/revisions',
      '/settings?fields=custom_css',
    ])
      expect([path, (await api.send<unknown[]>('GET', path)).status === 403 || path.startsWith('/settings')]).toEqual([path, true]);
    expect(await status('POST', '/items/monthly_reports', { period: '2026-11' })).toBe(403);
    expect(await status('POST', '/items/documents', { kind: 'roster' })).toBe(403);
  });
});

describe('an HTTP Request', () => {
  it('asks no other machine inside the network', async () => {
    for (const url of ['http://169.254.169.254/latest/meta-data/', 'http://10.0.0.1/', 'http://192.168.1.1/'])
      expect([url, await request({ url, options: { timeout: 5000 } })]).toEqual([
        url,
        expect.stringMatching(/blocked|not allowed|restricted|denied/i),
      ]);
  });
});

describe('what n8n keeps of its runs', () => {
  it('has neither the token nor a link that confirms, and goes after some days', async () => {
    const { save, eventKey, sent, eventDone } = hazardMails(test);
    const id = await save();
    await sent(id);
    await eventDone(id);
    const key = await eventKey(id);
    const links = await Promise.all(test.smtp.taken.filter((mail) => mail.key.startsWith(key)).map(linkOf));
    // A copy has none.
    const tokens = links.filter(Boolean).map((link) => link.split('/').at(-1) ?? '');
    expect([tokens.length > 0, tokens.every((token) => token.length > 20)]).toEqual([true, true]);

    const client = await test.stack.connect('n8n');
    await waitFor('the run is saved', async () => (await client.query(`SELECT FROM execution_data WHERE data LIKE '%' || $1 || '%'`, [id])).rowCount);
    const { rows: tables } = await client.query<{ name: string }>(`SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public'`);
    const kept: string[] = [];
    for (const { name } of tables) {
      const { rows } = await client.query<{ row: string }>(`SELECT to_jsonb(t)::text AS row FROM "${name}" t`);
      kept.push(...rows.map(({ row }) => row));
    }
    await client.end();
    const folder = join(test.stack.config.dataDir, 'n8n');
    for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true }))
      if (entry.isFile()) kept.push(readFileSync(join(entry.parentPath, entry.name), 'latin1'));
    const all = kept.join('\n');
    expect(all.includes(id)).toBe(true);
    for (const secret of [test.stack.secrets.automationToken, test.stack.secrets.acknowledgeSecret, ...tokens])
      expect([secret, all.includes(secret)]).toEqual([secret, false]);

    const settings = await ask('GET', '/rest/settings');
    expect(settings['pruning']).toEqual({ isEnabled: true, maxAge: 336, maxCount: 20_000 });
  });
});
