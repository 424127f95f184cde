import { beforeAll, describe, expect, it } from 'vitest';
import { countyId } from '../../scripts/provision/reference/counties.ts';
import { Api } from '../support/Api.ts';
import { logins, type Caller } from '../support/logins.ts';
import { ruleWorld } from '../support/ruleWorld.ts';
import { signed } from '../support/signed.ts';
import { useTestStack } from '../support/useTestStack.ts';

interface Coverage {
  readonly rows: readonly {
    readonly county: { readonly id: string };
    readonly enterprises: number;
    readonly visited: number;
    readonly not_yet: readonly { readonly id: string }[];
  }[];
  readonly total: { readonly enterprises: number; readonly visited: number };
}
interface Overview {
  readonly rows: readonly ({ readonly county: { readonly id: string } } & Readonly<Record<string, unknown>>)[];
}

const test = useTestStack();
let apis: Awaited<ReturnType<typeof logins>>;

beforeAll(async () => {
  apis = await logins(test);
}, 600_000);

const ask = async <T>(who: Caller, path: string): Promise<{ status: number; data: T }> => {
  const { status, data } = await apis[who].send<T>('GET', path);
  return { status, data };
};
/** Counted another way: from the visits of the month, not from the enterprises. */
const recount = async (where: string, values: unknown[]): Promise<{ enterprises: number; visited: number }> => {
  const { rows } = await test.database.query<{ enterprises: number; visited: number }>(
    `SELECT (SELECT count(*)::int FROM enterprises e WHERE e.status = 'active' AND ${where}) AS enterprises,
       (SELECT count(DISTINCT v.enterprise)::int FROM visits v JOIN enterprises e ON e.id = v.enterprise WHERE e.status = 'active' AND ${where}
         AND v.status IN ('submitted', 'locked') AND to_char(v.visited_on, 'YYYY-MM') = to_char(zhudian_today(), 'YYYY-MM')) AS visited`,
    values,
  );
  return rows[0]!;
};

describe('the coverage of a month', () => {
  it('is that of all counties for the city, of the own for a county, of the own teams for an inspector', async () => {
    const city = await ask<Coverage>('city', '/zhudian/coverage');
    expect(city.data.total).toEqual(await recount('true', []));
    expect(city.data.rows).toHaveLength(14);
    const county = await ask<Coverage>('county', '/zhudian/coverage');
    expect(county.data.rows.map((row) => row.county.id)).toEqual([countyId('370811')]);
    expect(county.data.total).toEqual(await recount('e.county = $1', [countyId('370811')]));
    const inspector = await ask<Coverage>('inspector', '/zhudian/coverage');
    const user = await test.database.query<{ id: string }>(`SELECT id FROM directus_users WHERE email = 'inspector@zhudian.example.org'`);
    expect(inspector.data.total).toEqual(await recount(`e.visible_to LIKE '%' || $1 || '%'`, [user.rows[0]?.id]));
  });

  it('tells a county nothing of another, and a stranger nothing at all', async () => {
    expect((await ask('county', `/zhudian/coverage?county=${countyId('370883')}`)).status).toBe(403);
    expect((await ask('stranger', '/zhudian/coverage')).status).toBe(403);
    expect((await ask('inspector', '/zhudian/overview')).status).toBe(403);
    expect((await ask('stranger', '/zhudian/overview')).status).toBe(403);
    const { data } = await test.admin.send<{ id: string }>('POST', '/users', { email: 'nobody@zhudian.example.org', password: 'Lakeside-oak-42' });
    const nobody = await Api.login(test.stack.config.urls.directus, 'nobody@zhudian.example.org', 'Lakeside-oak-42');
    expect((await nobody.send('GET', '/zhudian/coverage')).status).toBe(403);
    expect((await nobody.send('GET', '/zhudian/roster/export')).status).toBe(403);
    await test.admin.send('DELETE', `/users/${data.id}`);
  });

  it('of a month that is over has who was here then, and whoever was visited, whatever became of them', async () => {
    const past = async (): Promise<Coverage> => (await ask<Coverage>('county', '/zhudian/coverage?period=2024-03')).data;
    expect((await past()).rows).toEqual([]);
    const { rows } = await test.database.query<{ id: string; name: string }>(
      `UPDATE enterprises SET date_created = '2024-03-31T15:30:00Z' WHERE id IN (SELECT id FROM enterprises WHERE county = $1 ORDER BY id LIMIT 2) RETURNING id, name`,
      [countyId('370811')],
    );
    expect((await past()).rows[0]?.not_yet.map(({ id }) => id).sort()).toEqual(rows.map(({ id }) => id).sort());
    await test.database.query(`UPDATE enterprises SET date_created = '2024-03-31T16:30:00Z' WHERE id = $1`, [rows[0]!.id]);
    expect((await past()).rows[0]?.not_yet.map(({ id }) => id)).toEqual([rows[1]!.id]);
    // One that closes today was to be visited then; one that had closed before was not.
    await test.database.query(`UPDATE enterprises SET status = 'closed' WHERE id = $1`, [rows[1]!.id]);
    expect((await past()).rows[0]?.not_yet.map(({ id }) => id)).toEqual([rows[1]!.id]);
    await test.database.query(`UPDATE enterprise_past SET until = '2024-02-10' WHERE enterprise = $1`, [rows[1]!.id]);
    expect((await past()).rows).toEqual([]);
    const visit = { enterprise: rows[1]!.id, visited_on: '2024-03-12', inspectors_reason: '当时的驻点组已解散' };
    const { rows: people } = await test.database.query<{ id: string }>(`SELECT id FROM inspectors WHERE level = 'city' ORDER BY id LIMIT 2`);
    const made = await apis.city.send('POST', '/items/visits', {
      ...visit,
      status: 'submitted',
      inspectors: await signed(
        apis.city,
        people.map(({ id }) => id),
      ),
    });
    expect(made.errors).toEqual([]);
    expect(await past()).toMatchObject({ total: { enterprises: 1, visited: 1 } });
    await test.database.query(`UPDATE enterprises SET status = 'active', date_created = '2025-01-01' WHERE id = ANY($1)`, [rows.map(({ id }) => id)]);
  });

  it('refuses a month that is none', async () => {
    expect((await ask('city', '/zhudian/coverage?period=2026-13')).status).toBe(400);
  });

  it('stands beside each enterprise, and follows a visit that is handed in and sent back', async () => {
    const flag = async (id: string): Promise<unknown> =>
      (await test.database.query('SELECT visited_this_month FROM enterprises WHERE id = $1', [id])).rows[0];
    const { enterprise } = await ruleWorld(test);
    const notYet = async (): Promise<(string | undefined)[] | undefined> =>
      (await ask<Coverage>('county', '/zhudian/coverage')).data.rows[0]?.not_yet.map(({ id }) => id);
    expect(await notYet()).toContain(enterprise);
    expect(await flag(enterprise)).toEqual({ visited_this_month: false });
    const { rows } = await test.database.query<{ inspector: string; today: string }>(
      `SELECT m.inspector, zhudian_today()::text AS today FROM team_members m WHERE m.team = zhudian_team_on($1, zhudian_today())`,
      [enterprise],
    );
    const visit = {
      enterprise,
      visited_on: rows[0]?.today,
      status: 'submitted',
      inspectors: await signed(
        apis.city,
        rows.map(({ inspector }) => inspector),
      ),
    };
    const made = await apis.city.send<{ id: string }>('POST', '/items/visits', visit);
    expect(made.errors).toEqual([]);
    expect(await flag(enterprise)).toEqual({ visited_this_month: true });
    expect(await notYet()).not.toContain(enterprise);
    await apis.county.send('PATCH', `/items/visits/${made.data.id}`, { status: 'returned', return_reason: '清单没有填写，请补充' });
    expect(await flag(enterprise)).toEqual({ visited_this_month: false });
  });
});

describe('the overview of an office', () => {
  it('counts what plain SQL counts', async () => {
    const { data } = await ask<Overview>('city', '/zhudian/overview');
    const { rows } = await test.database.query(
      `SELECT c.id, (SELECT count(*)::int FROM hazards WHERE county = c.id AND status IN ('open', 'rectifying')) AS unfinished,
         (SELECT count(*)::int FROM hazards WHERE county = c.id AND status = 'rectified') AS to_verify,
         (SELECT count(*)::int FROM hazards WHERE county = c.id AND status IN ('open', 'rectifying') AND deadline < zhudian_today()) AS overdue,
         (SELECT count(*)::int FROM hazards WHERE county = c.id AND to_char(found_on, 'YYYY-MM') = to_char(zhudian_today(), 'YYYY-MM')) AS found,
         (SELECT count(*)::int FROM contacts WHERE county = c.id) AS contacts FROM counties c ORDER BY c.sort`,
    );
    expect(
      data.rows.map(({ county, unfinished, to_verify, overdue, found, contacts }) => ({
        id: county.id,
        unfinished,
        to_verify,
        overdue,
        found,
        contacts,
      })),
    ).toEqual(rows);
  });

  it('is the own county alone for a county, and the same as the city’s for the auditor', async () => {
    expect((await ask<Overview>('county', '/zhudian/overview')).data.rows.map(({ county }) => county.id)).toEqual([countyId('370811')]);
    expect((await ask<Overview>('auditor', '/zhudian/overview')).data).toEqual((await ask<Overview>('city', '/zhudian/overview')).data);
  });
});
