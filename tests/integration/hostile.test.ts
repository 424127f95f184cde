import { simpleParser } from 'mailparser';
import PizZip from 'pizzip';
import { beforeAll, describe, expect, it } from 'vitest';
import { Api, type ApiAnswer } from '../support/Api.ts';
import { logins, type Caller } from '../support/logins.ts';
import { majorHazard } from '../support/majorHazard.ts';
import { useTestStack } from '../support/useTestStack.ts';
import { waitFor } from '../support/waitFor.ts';

const test = useTestStack();
let callers: Readonly<Record<Caller, Api>>;
let hazard: Record<string, unknown>;
let before: unknown;

beforeAll(async () => {
  callers = await logins(test);
  hazard = await majorHazard(test.database);
  before = await written();
}, 60_000);

/** How many rows there are of everything people, mails and files are made of. */
async function written(): Promise<unknown> {
  const tables = [
    'hazards',
    'visits',
    'enterprises',
    'inspectors',
    'contacts',
    'deliveries',
    'outbox',
    'documents',
    'directus_files',
    'directus_users',
  ];
  const counts = tables.map((table) => `(SELECT count(*)::int FROM ${table}) AS ${table}`);
  return (await test.database.query(`SELECT ${counts.join(', ')}`)).rows[0];
}

/** Refused with words for people, none of the database's (503: another machine is not asked); nothing written; the server goes on. */
async function refusedCleanly({ status, errors }: Pick<ApiAnswer, 'status' | 'errors'>): Promise<void> {
  expect([status, errors[0]?.message]).toEqual([expect.toSatisfy((code: number) => (code >= 400 && code < 500) || code === 503), expect.any(String)]);
  for (const { message } of errors)
    expect(message).not.toMatch(/\b(?:select|insert|update|delete) .*(?:from|into|set)\b|syntax error|\bat .*\.js:\d+/i);
  expect(await written()).toEqual(before);
  const { status: up } = await new Api(test.stack.config.urls.directus, null).raw('/server/ping');
  expect(up).toBe(200);
}

const mail = (change: object): object => ({
  ...{ key: 'hostile:1', kind: 'operations', to: ['city@zhudian.example'], subject: '测试', html: '<p>测试</p>' },
  ...change,
});

type Attack = readonly [what: string, who: Caller, method: string, path: string, body?: () => unknown];

const ATTACKS: readonly Attack[] = [
  ['1,001 rows at once', 'city', 'POST', '/items/enterprises', () => Array.from({ length: 1001 }, (_, n) => ({ name: `批量${n}` }))],
  [
    '1,001 rows inside one',
    'inspector',
    'POST',
    '/items/visits',
    () => ({ ...visit(), items: Array.from({ length: 1001 }, () => ({ content: '多' })) }),
  ],
  ['a NUL in a text', 'city', 'POST', '/items/hazards', () => ({ ...hazard, title: '安全阀\u0000失效' })],
  ['a number of a hundred digits', 'city', 'POST', '/items/visits', () => ({ ...visit(), rules_improved: Number('9'.repeat(100)) })],
  ['a list where a text belongs', 'city', 'POST', '/items/hazards', () => ({ ...hazard, title: ['安全阀', '失效'] })],
  ['an object where an id belongs', 'city', 'POST', '/items/hazards', () => ({ ...hazard, enterprise: { _or: [{}] } })],
  ['an id that is none', 'city', 'PATCH', "/items/hazards/1'%20OR%20'1'='1", () => ({ title: '改' })],
  ['a field nobody made', 'city', 'POST', '/items/hazards', () => ({ ...hazard, constructor: { prototype: { admin: true } } })],
  ['SQL in a sort', 'county', 'GET', '/items/visits?sort=id;DROP%20TABLE%20visits'],
  ['SQL in a group', 'county', 'GET', '/items/visits?aggregate[count]=*&groupBy[]=id)%20FROM%20directus_users--'],
  ['fields twelve relations away', 'county', 'GET', `/items/visits?fields=${'enterprise.visits.'.repeat(6)}id`],
  ['a page of a million', 'county', 'GET', '/items/visits?limit=1000000'],
  ['another role for oneself', 'inspector', 'PATCH', '/users/me', () => ({ role: null, policies: [] })],
  ['a body that is no JSON', 'city', 'POST', '/items/hazards', () => '{"title": '],
  ['a body of 40 MB', 'city', 'POST', '/items/hazards', () => ({ ...hazard, description: '长'.repeat(14_000_000) })],
  ['a period that is SQL', 'city', 'GET', "/zhudian/statistics?period=2026-11'--"],
  ['a county that is SQL', 'city', 'GET', "/zhudian/statistics?period=2026-11&county=1'%20OR%201=1"],
  ['a month that is none', 'county', 'GET', '/zhudian/coverage?period=2026-13'],
  ['a moment that is none', 'city', 'GET', '/zhudian/reminders?at=never'],
  ['claiming a million events', 'automation', 'POST', '/zhudian/events/claim', () => ({ consumer: 'x', topics: ['hazard.major'], limit: 1_000_000 })],
  ['claiming for ever', 'automation', 'POST', '/zhudian/events/claim', () => ({ consumer: 'x', topics: ['hazard.major'], limit: 1, wait: 1e9 })],
  ['claiming nothing', 'automation', 'POST', '/zhudian/events/claim', () => ({ consumer: 'x', topics: [], limit: 1 })],
  ['an event that is SQL', 'automation', 'POST', '/zhudian/events/1;DELETE%20FROM%20outbox/done', () => ({ claim: crypto.randomUUID() })],
  ['an event beyond all numbers', 'automation', 'POST', `/zhudian/events/${'9'.repeat(40)}/done`, () => ({ claim: crypto.randomUUID() })],
  ['a claim that is none', 'automation', 'POST', '/zhudian/events/1/done', () => ({ claim: "' OR true" })],
  ['a header in a subject', 'automation', 'POST', '/zhudian/mail', () => mail({ subject: '测试\r\nBcc: all@evil.example' })],
  ['a header in an address', 'automation', 'POST', '/zhudian/mail', () => mail({ to: ['city@zhudian.example\r\nBcc: all@evil.example'] })],
  ['two addresses in one', 'automation', 'POST', '/zhudian/mail', () => mail({ to: ['a@city.example, b@evil.example'] })],
  ['a header in a key', 'automation', 'POST', '/zhudian/mail', () => mail({ key: 'a\r\nBcc: all@evil.example' })],
  ['a path in an attachment', 'automation', 'POST', '/zhudian/mail', () => attached({ filename: '../../etc/passwd' })],
  ['a header in an attachment', 'automation', 'POST', '/zhudian/mail', () => attached({ content_type: 'text/plain\r\nX-Evil: 1' })],
  ['a file of this machine', 'automation', 'POST', '/zhudian/mail', () => attached({ path: '/etc/passwd' })],
  ['25 MB of attachments', 'automation', 'POST', '/zhudian/mail', () => attached({ content: Buffer.alloc(25 * 1024 * 1024).toString('base64') })],
  ['a mail to 1,000 people', 'automation', 'POST', '/zhudian/mail', () => mail({ to: Array.from({ length: 1000 }, (_, n) => `p${n}@city.example`) })],
  ['a document of no kind', 'county', 'POST', '/zhudian/documents/request', () => ({ kind: '../../etc', visit: crypto.randomUUID() })],
  ['hashes for a stranger', 'stranger', 'POST', '/utils/hash/generate', () => ({ string: 'x'.repeat(100_000) })],
  ['the whole model for a stranger', 'stranger', 'GET', '/server/specs/graphql'],
  ['a log-in of objects', 'stranger', 'POST', '/auth/login', () => ({ email: { _neq: '' }, password: { _neq: '' } })],
  ['a file from another machine', 'inspector', 'POST', '/files/import', () => ({ url: 'http://127.0.0.1:5432/' })],
];

const visit = (): Record<string, unknown> => ({ enterprise: hazard['enterprise'], visited_on: '2026-11-03' });
const attached = (change: object): object =>
  mail({ attachments: [{ filename: 'a.txt', content_type: 'text/plain', content: Buffer.from('x').toString('base64'), ...change }] });

describe('is refused cleanly', () => {
  it.each(ATTACKS.map(([what, ...attack]) => [what, attack] as const))('%s', async (_, [who, method, path, body]) => {
    const sent = body?.();
    if (typeof sent === 'string') {
      const token = { authorization: `Bearer ${test.stack.secrets.automationToken}` };
      const answer = await fetch(new URL(path, test.stack.config.urls.directus), {
        method,
        headers: { 'content-type': 'application/json', ...token },
        body: sent,
      });
      await refusedCleanly({ status: answer.status, errors: ((await answer.json()) as ApiAnswer).errors });
    } else await refusedCleanly(await callers[who].send(method, path, sent));
  });

  it.each([
    [
      'a picture that is a program of the browser',
      '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
      'a.svg',
      'image/svg+xml',
    ],
    ['a page', '<html><script>alert(1)</script></html>', 'a.html', 'text/html'],
    ['a program', 'MZ\u0090', 'a.exe', 'application/x-msdownload'],
    ['a page called a picture', '<html></html>', 'a.jpg', 'text/html'],
    ['a file of no type', 'x', 'a', ''],
  ])('as an upload: %s', async (_, content, name, type) => {
    await expect(callers.inspector.upload(Buffer.from(content), name, type)).rejects.toThrow(/: 4\d\d /);
    expect(await written()).toEqual(before);
  });

  it.each([
    ['a workbook that swells to 100 MB', () => swelling(), 'a.xlsx'],
    ['a workbook cut in half', () => swelling().subarray(0, 200), 'a.xlsx'],
    ['a page', () => Buffer.from('<html><table><tr><td>企业名称</td></tr></table></html>'), 'a.xls'],
    ['binary rubbish', () => Buffer.from(Array.from({ length: 4096 }, (__, n) => (n * 7919) % 256)), 'a.csv'],
    ['a million empty lines', () => Buffer.from('\n'.repeat(1_000_000)), 'a.csv'],
    ['a line of a megabyte', () => Buffer.from(`企业名称\n${'企'.repeat(400_000)}\n`), 'a.csv'],
  ])('as a roster: %s', async (_, bytes, name) => {
    await refusedCleanly(await callers.city.sendFile('/zhudian/roster/import', bytes(), name, {}));
  });

  it.each(['..%2f..%2fadmin', "1'%20OR%201=1", 'x'.repeat(4000), '%00'])('as a link of confirmation: %s', async (token) => {
    const answer = await fetch(new URL(`/zhudian/acknowledge/${token}`, test.stack.config.urls.directus), {
      method: 'POST',
      body: new URLSearchParams({ name: '王明' }),
    });
    expect([400, 404]).toContain(answer.status);
    expect(await answer.text()).not.toContain('王明');
    expect(await written()).toEqual(before);
  });

  it('GraphQL: the model, a thousand questions in one, a hundred levels, and a change by a reader', async () => {
    const { inspector, auditor, stranger } = callers;
    const questions = [
      [stranger, '{ __schema { types { name } } }'],
      [stranger, '{ directus_users { email } }'],
      [inspector, `{ ${Array.from({ length: 1000 }, (_, n) => `a${n}: visits(limit: 1) { id }`).join(' ')} }`],
      [inspector, `{ visits ${'{ enterprise { visits '.repeat(50)} { id } ${'} }'.repeat(50)} }`],
      [auditor, 'mutation { delete_visits_items(ids: []) { ids } }'],
    ] as const;
    for (const [who, question] of questions) {
      const { errors } = await who.graphql(question);
      expect(errors.length, question.slice(0, 60)).toBeGreaterThan(0);
    }
    expect(await written()).toEqual(before);
  });
});

it('what people write stays text on its way through n8n, mail and document: tags, expressions, HTML, formulas, directions', async () => {
  const title = '<img src=x onerror=alert(1)>{{ $env.DB_PASSWORD }}{#loop}{name}{/loop}';
  const description = '=HYPERLINK("http://evil.example","点") \u202e反向 <script>alert(1)</script> ${7*7} {% raw %} \u200b 罐区液位计失灵';
  const { data, errors } = await test.admin.send<{ id: string }>('POST', '/items/hazards', { ...hazard, title, description });
  expect(errors).toEqual([]);
  const taken = await waitFor('the mail', () => Promise.resolve(test.smtp.taken.find(({ key }) => key.includes(data.id)) ?? null), 120);
  const letter = await simpleParser(taken.raw);
  expect(letter.html).not.toMatch(/<(?:img src=x|script)/i);
  expect(letter.text).toContain('{{ $env.DB_PASSWORD }}');
  expect(letter.headerLines.filter(({ key }) => key === 'subject')).toHaveLength(1);
  const xml = new PizZip(letter.attachments[0]?.content ?? Buffer.alloc(0)).file('word/document.xml')?.asText() ?? '';
  expect(xml).toContain('{#loop}{name}{/loop}');
  expect(xml).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
}, 180_000);

/** A .xlsx whose sheet is a hundred megabytes of spaces. */
function swelling(): Buffer {
  const zip = new PizZip();
  zip.file('xl/workbook.xml', '<workbook/>');
  zip.file('xl/worksheets/sheet1.xml', ' '.repeat(100 * 1024 * 1024));
  return zip.generate({ type: 'nodebuffer', compression: 'DEFLATE' });
}
