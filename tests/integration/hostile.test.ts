import ExcelJS from 'exceljs';
import { simpleParser } from 'mailparser';
import PizZip from 'pizzip';
import { beforeAll, describe, expect, it } from 'vitest';
import { roles } from '../../schema/roles.ts';
import { done } from '../support/answers.ts';
import { Api, type ApiAnswer } from '../support/Api.ts';
import { logins, type Caller } from '../support/logins.ts';
import { majorHazard } from '../support/majorHazard.ts';
import { useTestStack } from '../support/useTestStack.ts';
import { waitFor } from '../support/waitFor.ts';

/**
 * A .xlsx whose sheet is a hundred megabytes of spaces. Made before there is a connection: the seconds it takes would
 * hide from `fetch` that Directus has closed an idle one meanwhile.
 */
const SWELLING = ((): Buffer => {
  const zip = new PizZip();
  zip.file('xl/workbook.xml', '<workbook/>');
  zip.file('xl/worksheets/sheet1.xml', ' '.repeat(100 * 1024 * 1024));
  return zip.generate({ type: 'nodebuffer', compression: 'DEFLATE' });
})();

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
  ['a name on the disk for an upload', 'inspector', 'POST', '/files', () => ghost],
  ['a name on the disk for an upload, of the city', 'city', 'POST', '/files', () => ghost],
  ['an order of rows that are not theirs', 'inspector', 'POST', '/utils/sort/visit_items', () => ({ item: 1, to: 2 })],
  ['the same, written otherwise', 'inspector', 'POST', '/utils/sort/visit%5Fitems', () => ({ item: 1, to: 2 })],
  ['hashes for a stranger', 'stranger', 'POST', '/utils/hash/generate', () => ({ string: 'x'.repeat(100_000) })],
  ['the whole model for a stranger', 'stranger', 'GET', '/server/specs/graphql'],
  ['a log-in of objects', 'stranger', 'POST', '/auth/login', () => ({ email: { _neq: '' }, password: { _neq: '' } })],
  ['a file from another machine', 'inspector', 'POST', '/files/import', () => ({ url: 'http://127.0.0.1:5432/' })],
  ['a file from another machine, of the city', 'city', 'POST', '/files/import', () => ({ url: 'http://mail.city.example/' })],
];

/** Directus would delete with it whatever begins with an a. */
const ghost = { storage: 'local', type: 'image/png', filename_disk: 'a', filename_download: 'a' };

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
    ['a workbook that swells to 100 MB', () => SWELLING, 'a.xlsx'],
    [
      'a workbook merged to its end',
      () => patched('</sheetData>', '</sheetData><mergeCells><mergeCell ref="A5:XFD1048576"/></mergeCells>'),
      'a.xlsx',
    ],
    [
      'a workbook merged to its end in other letters',
      () => patched('</sheetData>', '</sheetData><mergeCells><mergeCell ref="A5&#58;XFD1048576"/></mergeCells>'),
      'a.xlsx',
    ],
    ['a workbook cut in half', () => SWELLING.subarray(0, 200), 'a.xlsx'],
    ['a page', () => Buffer.from('<html><table><tr><td>企业名称</td></tr></table></html>'), 'a.xls'],
    ['binary rubbish', () => Buffer.from(Array.from({ length: 4096 }, (__, n) => (n * 7919) % 256)), 'a.csv'],
    ['a million empty lines', () => Buffer.from('\n'.repeat(1_000_000)), 'a.csv'],
    ['a line of a megabyte', () => Buffer.from(`企业名称\n${'企'.repeat(400_000)}\n`), 'a.csv'],
  ])('as a roster: %s', async (_, bytes, name) => {
    await refusedCleanly(await callers.city.sendFile('/zhudian/roster/import', await bytes(), name, {}));
  });

  it('not as a roster: what is offered for every cell of a workbook, and a name for all of them', async () => {
    const all = 'A1:XFD1048576';
    const bytes = await patched(
      '</sheetData>',
      `</sheetData><dataValidations><dataValidation type="list" sqref="${all}"><formula1>"是,否"</formula1></dataValidation></dataValidations>`,
      '</sheets>',
      '</sheets><definedNames><definedName name="全部">名单!$A$1:$XFD$1048576</definedName></definedNames>',
    );
    const { errors } = await callers.city.sendFile('/zhudian/roster/import?dry_run=true', bytes, 'a.xlsx', {});
    expect(errors.map(({ message }) => message)).toEqual(['表头下面没有企业；请在模板中逐行填写后再导入']);
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

describe('the files of others stay', () => {
  const PICTURE = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGNgYGBgAAAABQABpfZFQAAAAABJRU5ErkJggg==', 'base64');

  it.each(['inspector', 'county', 'city'] as const)('%s names no file on the disk, however it is sent', async (who) => {
    const caller = callers[who];
    const id = await caller.upload(PICTURE, 'a.png', 'image/png');
    const { rows } = await test.database.query<{ filename_disk: string }>('SELECT filename_disk FROM directus_files WHERE id = $1', [id]);
    expect(rows).toEqual([{ filename_disk: `${id}.png` }]);

    expect((await caller.send('PATCH', `/files/${id}`, { filename_disk: 'a' })).status).toBe(403);
    const answer = await caller.sendFile('/files', PICTURE, 'a.png', { filename_disk: 'a.png' });
    expect(answer.status).toBeGreaterThanOrEqual(400);
    const made = await caller.graphql(
      'mutation { create_files_item(data: { storage: "local", type: "image/png", filename_disk: "a", filename_download: "a" }) { id } }',
      true,
    );
    expect(made.errors.length).toBeGreaterThan(0);
    const { rows: named } = await test.database.query(`SELECT FROM directus_files WHERE filename_disk NOT LIKE id || '%'`);
    expect(named).toEqual([]);
    expect((await callers.city.raw(`/assets/${id}`)).status).toBe(200);
    expect((await caller.send('DELETE', `/files/${id}`)).status).toBe(204);
  });

  it('the photo of a verified hazard is not deleted by whoever took it, nor past Directus', async () => {
    const file = await callers.inspector.upload(PICTURE, '整改后.png', 'image/png');
    const { rows } = await test.database.query<{ id: string }>(`SELECT id FROM hazards WHERE status = 'verified' ORDER BY id LIMIT 1`);
    await test.database.query('INSERT INTO hazards_photos_after (id, hazard, file) VALUES (gen_random_uuid(), $1, $2)', [rows[0]?.id, file]);
    const { status, errors } = await callers.inspector.send('DELETE', `/files/${file}`);
    expect([status, errors[0]?.extensions.rule]).toEqual([400, 'file.evidence']);
    await expect(test.database.query('DELETE FROM directus_files WHERE id = $1', [file])).rejects.toThrow('不能删除或替换');
    expect((await callers.city.raw(`/assets/${file}`)).status).toBe(200);
    await expect(test.database.query('DELETE FROM hazards_photos_after WHERE file = $1', [file])).rejects.toThrow('不能删除或替换');
  });
});

it('no link opens the file of somebody else', async () => {
  const file = await callers.city.upload(Buffer.from('x'), '市级.txt', 'text/plain');
  const { rows } = await test.database.query<{ id: string }>(
    `SELECT h.id FROM hazards h JOIN enterprises e ON e.id = h.enterprise JOIN directus_users u ON e.visible_to LIKE '%' || u.id || '%'
     WHERE u.email = 'inspector@zhudian.example.org' AND h.status <> 'verified' LIMIT 1`,
  );
  const { status, errors } = await callers.inspector.send('POST', '/items/hazards_photos_after', { hazard: rows[0]?.id, file });
  expect([status, errors[0]?.extensions.rule]).toEqual([400, 'file.visible']);
  expect((await callers.inspector.raw(`/assets/${file}`)).status).toBe(403);
  expect((await callers.city.send('DELETE', `/files/${file}`)).status).toBe(204);
});

describe('the doors of GraphQL for the system', () => {
  const hash = '$argon2id$v=19$m=4194304,t=1000,p=1$c2FsdHNhbHQ$aGFzaGhhc2g';
  const verify = `mutation { utils_hash_verify(string: "x", hash: "${hash}") }`;

  it.each([
    ['stranger', verify],
    ['stranger', '{ server_ping }'],
    ['stranger', 'mutation { auth_login(email: "city@zhudian.example.org", password: "x") { access_token } }'],
    ['inspector', verify],
    ['city', verify],
    ['inspector', 'mutation { utils_random_string(length: 500) }'],
    ['inspector', 'mutation { import_file(url: "http://127.0.0.1:5432/") { id } }'],
    ['inspector', 'mutation { utils_sort(collection: "visit_items", item: "1", to: "2") }'],
  ] as const)('are closed to a %s: %s', async (who, question) => {
    const { errors } = await callers[who].graphql(question, true);
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(['FORBIDDEN']);
  });

  it('are open to a reader of the panel', async () => {
    expect((await callers.county.graphql('{ users_me { email } }', true)).data).toEqual({ users_me: { email: 'county@zhudian.example.org' } });
  });
});

describe('rules say nothing to whoever may not write', () => {
  const elsewhere = async (): Promise<string> => {
    const { rows } = await test.database.query<{ id: string }>(
      `SELECT id FROM counties WHERE id <> (SELECT county FROM directus_users WHERE email = 'county@zhudian.example.org') ORDER BY id LIMIT 1`,
    );
    return rows[0]?.id ?? '';
  };
  const ROWS: readonly (readonly [string, (county: string) => object])[] = [
    ['monthly_reports', (county) => ({ county, period: '2026-11', status: 'submitted' })],
    ['opening_balances', (county) => ({ county, as_of: '2026-11-01' })],
    ['enterprises', (county) => ({ county, name: '某厂', uscc: '91370800MA3XXXXXX0' })],
    ['evaluations', (county) => ({ county, quarter: 'x' })],
    ['inspectors', (county) => ({ county, name: '' })],
    ['contacts', (county) => ({ county, name: '' })],
    ['task_lists', (county) => ({ county, name: '', scope: 'county' })],
  ];

  it.each(ROWS)('%s of another county', async (collection, row) => {
    const county = await elsewhere();
    for (const who of ['stranger', 'inspector', 'auditor', 'county'] as const) {
      const { status, errors } = await callers[who].send('POST', `/items/${collection}`, row(county));
      expect([who, status, errors.map(({ extensions }) => extensions)]).toEqual([who, 403, [{ code: 'FORBIDDEN' }]]);
    }
  });

  it('a report that is moved to another county', async () => {
    const county = await elsewhere();
    const { rows } = await test.database.query<{ id: string }>(
      `SELECT r.id FROM monthly_reports r JOIN directus_users u ON u.county = r.county WHERE u.email = 'county@zhudian.example.org' LIMIT 1`,
    );
    const { status, errors } = await callers.county.send('PATCH', `/items/monthly_reports/${rows[0]?.id}`, { county, status: 'submitted' });
    expect([status, errors.map(({ extensions }) => extensions)]).toEqual([403, [{ code: 'FORBIDDEN' }]]);
  });
});

it('ten wrong passwords close the account to that place for a while, not to anybody else, and never for good', async () => {
  const { urls } = test.stack.config;
  // Whom other files do not log in: the place stays closed to them for a quarter of an hour.
  const email = 'guessed@zhudian.example.org';
  const right = 'Lakeside-by-moon-1';
  done(await test.admin.send('POST', '/users', { email, password: right, role: roles.auditor.id }));
  const login = async (password: string, as = email): Promise<number> =>
    (await new Api(urls.directus, null).send('POST', '/auth/login', { email: as, password })).status;
  for (let n = 0; n < 10; n++) expect(await login(`wrong-${n}`)).toBe(401);
  expect(await login('wrong')).toBe(429);
  expect(await login(right, 'GUESSED@zhudian.example.org')).toBe(429);
  expect(await login(test.stack.secrets.demoPasswords.county, 'county@zhudian.example.org')).toBe(200);
  const { rows } = await test.database.query(`SELECT status FROM directus_users WHERE email = $1`, [email]);
  expect(rows).toEqual([{ status: 'active' }]);
}, 60_000);

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

/** A roster without enterprises, with changes in the text of its sheet and of its workbook. */
async function patched(sheetPlace: string, sheetText: string, bookPlace = '', bookText = ''): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook();
  workbook.addWorksheet('名单').addRow(['企业名称', '统一社会信用代码', '地址', '驻点人员', '联系电话']);
  const zip = new PizZip(Buffer.from(await workbook.xlsx.writeBuffer()));
  for (const [part, place, text] of [
    ['xl/worksheets/sheet1.xml', sheetPlace, sheetText],
    ['xl/workbook.xml', bookPlace, bookText],
  ] as const) {
    zip.file(part, zip.file(part)?.asText().replace(place, text) ?? '');
  }
  return zip.generate({ type: 'nodebuffer', compression: 'DEFLATE' });
}
