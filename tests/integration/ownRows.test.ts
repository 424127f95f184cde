import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { roles, type RoleKey } from '../../schema/roles.ts';
import { done } from '../support/answers.ts';
import { logins, type Caller } from '../support/logins.ts';
import { useTestStack } from '../support/useTestStack.ts';
import { waitFor } from '../support/waitFor.ts';

/** Rows of Directus's own collections are their maker's: nobody arranges somebody else's lists, or speaks in somebody else's name. */
const PANEL: readonly RoleKey[] = ['city', 'county', 'inspector', 'auditor'];
const HIDING = { collection: 'hazards', layout: 'tabular', filter: { _and: [{ severity: { _neq: 'major' } }] } };

const test = useTestStack();
let apis: Awaited<ReturnType<typeof logins>>;
let ids: Readonly<Record<string, string>>;

beforeAll(async () => {
  apis = await logins(test);
  const { rows } = await test.database.query<{ id: string; who: string }>(`SELECT id, split_part(email, '@', 1) AS who FROM directus_users`);
  ids = Object.fromEntries(rows.map(({ id, who }) => [who, id]));
}, 600_000);

const idOf = (who: string): string => ids[who] ?? '';
const presets = async (bookmark: string): Promise<{ user: string | null; role: string | null }[]> =>
  (
    await test.database.query<{ user: string | null; role: string | null }>('SELECT "user", role FROM directus_presets WHERE bookmark = $1', [
      bookmark,
    ])
  ).rows;

it('the rows of Directus that a role may write are these and no others', () => {
  const folder = join(import.meta.dirname, '../../schema/directus/collections');
  const permissions = JSON.parse(readFileSync(join(folder, 'permissions.json'), 'utf8')) as { collection: string; action: string }[];
  const written = permissions.filter(({ collection, action }) => collection.startsWith('directus_') && action !== 'read' && action !== 'delete');
  // Of one's own account that is the password, the second factor and how the panel looks (ownAccount.test.ts).
  // To them come the ones that Directus gives to everybody with its panel: presets, comments, and the state of one's own notifications.
  expect([...new Set(written.map(({ collection }) => collection))]).toEqual(['directus_files', 'directus_users']);
});

describe.each(PANEL)('%s and its lists', (who) => {
  const others = (): (string | null | undefined)[] => [undefined, null, idOf(who === 'city' ? 'county' : 'city')];

  it('saves a list for itself, whatever it names', async () => {
    for (const [index, user] of others().entries()) {
      for (const role of [undefined, null, roles.city.id, roles.county.id]) {
        const bookmark = `${who}-${String(index)}-${String(role)}`;
        await apis[who].send('POST', '/presets', { ...HIDING, bookmark, user, role });
        await apis[who].send('POST', '/presets', [{ ...HIDING, bookmark, user, role }]);
        for (const row of await presets(bookmark)) expect(row).toEqual({ user: idOf(who), role: null });
      }
    }
    expect(done(await apis[who].send<{ user: string }>('POST', '/presets', { ...HIDING, bookmark: `${who}-plain`, user: idOf(who) })).user).toBe(
      idOf(who),
    );
  });

  it('gives none of its lists away, alone or many at once, and changes none of anybody else', async () => {
    const bookmark = `${who}-own`;
    const { id } = done(await apis[who].send<{ id: number }>('POST', '/presets', { ...HIDING, bookmark, user: idOf(who) }));
    for (const change of [{ user: null }, { role: roles.city.id }, { user: idOf('county'), role: roles.county.id }, { user: null, role: null }]) {
      await apis[who].send('PATCH', `/presets/${String(id)}`, change);
      await apis[who].send('PATCH', '/presets', { keys: [id], data: change });
      await apis[who].send('PATCH', '/presets', [{ id, ...change }]);
      await apis[who].send('PATCH', '/presets', { query: { filter: { id: { _eq: id } } }, data: change });
      expect(await presets(bookmark)).toEqual([{ user: idOf(who), role: null }]);
    }
    done(await apis[who].send('PATCH', `/presets/${String(id)}`, { layout: 'cards' }));
    const { rows } = await test.database.query<{ id: number }>(
      `SELECT id FROM directus_presets WHERE "user" IS NULL AND collection = 'hazards' LIMIT 1`,
    );
    for (const [method, path] of [
      ['PATCH', `/presets/${String(rows[0]?.id)}`],
      ['DELETE', `/presets/${String(rows[0]?.id)}`],
    ] as const)
      expect((await apis[who].send(method, path, method === 'PATCH' ? HIDING : undefined)).status).toBe(403);
  });

  it('writes nothing through GraphQL for the system, nor through rows of its own', async () => {
    for (const mutation of [
      'create_presets_item(data: { collection: "hazards", bookmark: "by-graphql" }) { id }',
      'create_notifications_item(data: { recipient: "x", subject: "x" }) { id }',
      'create_comments_item(data: { collection: "visits", item: "x", comment: "x" }) { id }',
      'update_users_me(data: { first_name: "改名" }) { id }',
    ])
      expect((await apis[who].graphql(`mutation { ${mutation} }`, true)).errors.length).toBeGreaterThan(0);
    expect(await presets('by-graphql')).toEqual([]);
    // A relation to a person takes a key, and leaves the person as it is.
    await apis[who].send('POST', '/items/inspectors', {
      name: '示例员',
      level: 'county',
      user: { id: idOf('auditor'), first_name: '改名', title: '改名' },
    });
    await apis[who].send('PATCH', '/users/me', { first_name: '改名', role: roles.city.id, county: null });
    const { rows } = await test.database.query(`SELECT FROM directus_users WHERE first_name = '改名' OR title = '改名'`);
    expect(rows).toEqual([]);
  });

  it('makes no notification, dashboard, panel, share, version or folder', async () => {
    for (const [path, row] of [
      ['/notifications', { recipient: idOf('city'), subject: '请转账', message: '<h1>请转账</h1>' }],
      ['/dashboards', { name: '假首页' }],
      ['/panels', { dashboard: null, type: 'label', position_x: 1, position_y: 1, width: 4, height: 4 }],
      ['/shares', { collection: 'visits', item: '1' }],
      ['/versions', { collection: 'visits', item: '1', key: 'x' }],
      ['/folders', { name: '假文件夹' }],
    ] as const)
      expect([path, (await apis[who].send('POST', path, row)).status >= 400]).toEqual([path, true]);
  });

  it('comments and uploads in its own name', async () => {
    const { data } = await apis[who].send<{ id: string }[]>('GET', '/items/visits?fields=id&limit=1');
    const item = data[0]?.id ?? '';
    const { id } = done(
      await apis[who].send<{ id: string }>('POST', '/comments', { collection: 'visits', item, comment: '看过', user_created: idOf('auditor') }),
    );
    const other: Caller = who === 'city' ? 'county' : 'city';
    expect((await apis[other].send('PATCH', `/comments/${id}`, { comment: '改写' })).status).toBe(403);
    await apis[who].send('PATCH', `/comments/${id}`, { user_created: idOf('auditor') });
    const { rows } = await test.database.query('SELECT user_created, comment FROM directus_comments WHERE id = $1', [id]);
    expect(rows).toEqual([{ user_created: idOf(who), comment: '看过' }]);
    if (who === 'auditor') return;
    await apis[who].sendFile('/files', Buffer.from('x'), '别人的.txt', { uploaded_by: idOf('auditor') });
    const file = await apis[who].upload(Buffer.from('x'), '我的.txt', 'text/plain');
    await apis[who].send('PATCH', `/files/${file}`, { uploaded_by: idOf('auditor') });
    const files = await test.database.query(`SELECT FROM directus_files WHERE uploaded_by = $1`, [idOf('auditor')]);
    expect(files.rowCount).toBe(0);
  });
});

it('a mention’s mail says who and where, and nothing that was written', async () => {
  await test.database.query('UPDATE directus_users SET email_notifications = true');
  const { rows } = await test.database.query<{ id: string }>('SELECT id FROM visits ORDER BY id LIMIT 1');
  const comment = `@${idOf('city')} <h1>请立即转账</h1> [核对账号](http://evil.example/pay) <a href="http://evil.example/x">点这里</a>`;
  done(await apis.auditor.send('POST', '/comments', { collection: 'visits', item: rows[0]?.id, comment }));
  const mail = await waitFor('the mention is mailed', async () =>
    test.smtp.taken.find(({ recipients }) => recipients.includes('city@zhudian.example.org')),
  );
  const text = mail.raw.replace(/=\r?\n/g, '');
  const plain = decoded(text);
  expect(plain).not.toMatch(/evil|转账|点这里/);
  expect(plain).toContain(`/admin/content/visits/${String(rows[0]?.id)}`);
  expect(plain).toContain('评论内容请登录系统查看');
});

/** A mail with the parts that are encoded read. */
function decoded(raw: string): string {
  const quoted = raw.replace(/((?:=[0-9A-F]{2})+)/g, (bytes) => Buffer.from(bytes.replaceAll('=', ''), 'hex').toString('utf8'));
  return quoted.replace(/^(?:[A-Za-z0-9+/]{60,76}\r?\n)+[A-Za-z0-9+/=]*\r?$/gm, (block) => Buffer.from(block, 'base64').toString('utf8'));
}
