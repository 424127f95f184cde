import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { roles, type RoleKey } from '../../schema/roles.ts';
import { countyId } from '../../scripts/provision/reference/counties.ts';
import type { Contest } from '../../extensions/directus-extension-zhudian/src/api/visits/contest/Contest.ts';
import type { NamedVisit } from '../../extensions/directus-extension-zhudian/src/api/visits/contest/readNamed.ts';
import type { Api } from '../support/Api.ts';
import { done, refusedBy } from '../support/answers.ts';
import { logins, type Caller } from '../support/logins.ts';
import { newLogin } from '../support/newLogin.ts';
import { signed } from '../support/signed.ts';
import { useTestStack } from '../support/useTestStack.ts';

interface Mark {
  readonly id: string;
  readonly status: string;
  readonly reason: string;
}
interface Person {
  readonly inspector: string;
  readonly name: string;
  readonly api: Api;
}

const OWN = countyId('370811');
const ABROAD = countyId('370883');
const REASON = '当天在县里开会，没有到这家企业';
const test = useTestStack();
let by: Awaited<ReturnType<typeof logins>>;
/** Who is named and says it was not them, and who was there. */
let named: Person;
let mate: string;
const days: string[] = [];
let next = 0;

beforeAll(async () => {
  by = await logins(test);
  named = await person('签字示例甲');
  mate = await registered('签字示例乙', null);
  const { rows } = await test.database.query<{ day: string }>(`SELECT (zhudian_today() - n)::text AS day FROM generate_series(1, 300) n`);
  days.push(...rows.map(({ day }) => day));
}, 600_000);

async function registered(name: string, user: string | null, county: string | null = null): Promise<string> {
  const id = randomUUID();
  const level = county === null ? 'city' : 'county';
  await test.database.query(`INSERT INTO inspectors (id, name, level, county, status, "user") VALUES ($1, $2, $3, $4, 'active', $5)`, [
    ...[id, name, level, county, user],
  ]);
  return id;
}
/** Somebody of the register with a login. */
async function person(name: string, role: RoleKey = 'inspector', county: string | null = null): Promise<Person> {
  const { id, api } = await newLogin(test, { email: `${randomUUID().slice(0, 8)}@zhudian.example.org`, role: roles[role].id });
  return { inspector: await registered(name, id, county), name, api };
}
/** A visit of the two, on a day of its own, handed in by the city. */
async function visit(change: Record<string, unknown> = {}, county = OWN, who = [named.inspector, mate]): Promise<string> {
  const enterprise = randomUUID();
  await test.database.query(`INSERT INTO enterprises (id, county, name, status) VALUES ($1, $2, $3, 'active')`, [enterprise, county, '签字示例化工']);
  next += 1;
  return done(
    await by.city.send<{ id: string }>('POST', '/items/visits', {
      enterprise,
      visited_on: days[next],
      status: 'submitted',
      log: `查阅安全生产责任制，现场核查罐区和装置区，与车间负责人交换意见${next}`,
      inspectors_reason: '本组人员培训，由市级人员代为驻点',
      inspectors: await signed(by.city, who),
      ...change,
    }),
  ).id;
}
const contest = async (who: Api, id: string, reason: unknown = REASON) =>
  await who.send<Contest>('POST', `/zhudian/visits/${id}/contest`, { reason });
const withdraw = async (who: Api, id: string) => await who.send<Contest>('POST', `/zhudian/visits/${id}/contest/withdraw`, {});
const codeOf = ({ status, errors }: Awaited<ReturnType<typeof contest>>): unknown => [status, errors[0]?.extensions.code];
const marks = async (id: string, who: Caller = 'county'): Promise<readonly Mark[]> =>
  done(await by[who].send<Mark[]>('GET', `/items/suspicions?filter[visit]=${id}&filter[kind]=contested&sort=date_created&fields=id,status,reason`));
const history = async (id: string): Promise<readonly string[]> =>
  (await test.database.query<{ note: string }>(`SELECT note FROM visit_events WHERE visit = $1 AND note IS NOT NULL ORDER BY at`, [id])).rows.map(
    ({ note }) => note,
  );
const look = async (): Promise<void> => void done(await test.admin.send('POST', '/zhudian/suspicions/look'));
async function rowOf(id: string): Promise<{ contested_at: Date | null; contested_reason: string | null; signature: string | null; id: string }> {
  const { rows } = await test.database.query(
    `SELECT id, contested_at, contested_reason, signature FROM visit_inspectors WHERE visit = $1 AND inspector = $2`,
    [...[id, named.inspector]],
  );
  return rows[0] as Awaited<ReturnType<typeof rowOf>>;
}
const sql = async (text: string, values: unknown[]): Promise<unknown> =>
  await test.database.query(text, values).then(
    ({ rowCount }) => rowCount,
    (error: unknown) => (error as { constraint?: string }).constraint,
  );

describe('whoever is named in a visit and has not signed it', () => {
  it('says so at once to the county, with the reason, in the history and beside their name; what was signed stays', async () => {
    const id = await visit();
    const before = await rowOf(id);
    expect(await marks(id)).toEqual([]);
    const said = done(await contest(named.api, id, `  ${REASON} `));
    expect(said).toEqual({ contested_at: expect.any(String) as string, contested_reason: REASON });
    expect(await rowOf(id)).toEqual({ ...before, contested_at: new Date(String(said.contested_at)), contested_reason: REASON });
    const [mark, ...others] = await marks(id);
    expect(others).toEqual([]);
    expect(mark?.status).toBe('open');
    expect(mark?.reason).toMatch(
      new RegExp(
        `^签字示例甲称 \\d{4}-\\d\\d-\\d\\d 签字示例化工的驻点记录中自己名下的签字不是本人所签，理由为“${REASON}”；签字图片由沈知远的账号上传；`,
      ),
    );
    expect(await history(id)).toEqual([`签字示例甲称自己名下的签字不是本人所签。理由：${REASON}`]);
    const seen = done(
      await by.county.send<{ contested_reason: string | null }[]>('GET', `/items/visit_inspectors?filter[visit]=${id}&fields=contested_reason`),
    );
    expect(seen.map(({ contested_reason }) => contested_reason).sort()).toEqual([REASON, null].sort());
    await look();
    expect(await marks(id)).toEqual([mark]);
    expect(
      done(await by.county.send('PATCH', `/items/suspicions/${mark?.id}`, { status: 'dismissed', note: '经核实，当天确由同组人员代签，已批评' })),
    ).toBeTruthy();
  });

  it('is answered the same a second time, and when both come at once', async () => {
    const id = await visit();
    const [one, two] = await Promise.all([contest(named.api, id), contest(named.api, id, '另外一个理由，当天请了病假')]);
    expect(done(one)).toEqual(done(two));
    expect(done(await contest(named.api, id, ''))).toEqual(done(one));
    expect([(await marks(id)).length, (await history(id)).length]).toEqual([1, 1]);
  });

  it('takes it back, and the mark goes; once the county has settled it, it stays, and another word is another mark', async () => {
    const id = await visit();
    done(await contest(named.api, id));
    for (let time = 0; time < 2; time += 1) expect(done(await withdraw(named.api, id))).toEqual({ contested_at: null, contested_reason: null });
    expect([await marks(id), await history(id)]).toEqual([[], [expect.any(String), '签字示例甲撤回对自己名下签字的异议']]);
    done(await contest(named.api, id));
    const [mark] = await marks(id);
    done(await by.county.send('PATCH', `/items/suspicions/${mark?.id}`, { status: 'dismissed', note: '经核实，本人当天到场，系记错日期' }));
    done(await withdraw(named.api, id));
    done(await contest(named.api, id, '又想了想，当天确实没有去过'));
    await look();
    expect((await marks(id)).map(({ status }) => status)).toEqual(['dismissed', 'open']);
  });

  it('does so months later, when the visit is locked, returned or void; the look at all others leaves the mark', async () => {
    const old = await visit({ visited_on: days[200] });
    await test.database.query(`UPDATE visits SET status = 'locked' WHERE id = $1`, [old]);
    const returned = await visit();
    done(await by.city.send('PATCH', `/items/visits/${returned}`, { status: 'returned', return_reason: '时间登记有误，请核对' }));
    const gone = await visit();
    done(await by.city.send('PATCH', `/items/visits/${gone}`, { status: 'void', void_reason: '重复登记，以另一份为准' }));
    for (const id of [old, returned, gone]) {
      done(await contest(named.api, id));
      await look();
      expect((await marks(id)).map(({ status }) => status)).toEqual(['open']);
    }
    done(await withdraw(named.api, gone));
    expect(await marks(gone)).toEqual([]);
  });

  it('writes a reason that the county can look into', async () => {
    const id = await visit();
    for (const [reason, words] of [
      [undefined, '请填写理由'],
      ['', '请填写理由'],
      ['不是我', '过于简单'],
      ['当天在县里开会'.repeat(80), '超过上限 500'],
    ] as const) {
      const { status, errors } = await named.api.send('POST', `/zhudian/visits/${id}/contest`, { reason });
      expect([reason, status, errors[0]?.extensions.field]).toEqual([reason, 400, 'reason']);
      expect(errors[0]?.message).toContain(words);
    }
    expect([await marks(id), await history(id)]).toEqual([[], []]);
  });

  it('cannot of a draft, by any door', async () => {
    const id = await visit({ status: 'draft' });
    expect(codeOf(await contest(named.api, id))).toEqual([409, 'ZHUDIAN_DRAFT_CONTESTED']);
    const { id: row } = await rowOf(id);
    expect(await sql(`UPDATE visit_inspectors SET contested_at = now(), contested_reason = $2 WHERE id = $1`, [row, REASON])).toBe(
      'visit_inspectors_contested',
    );
    expect(done(await named.api.send<unknown>('GET', `/zhudian/visits/${id}/named`))).toBeNull();
  });
});

describe('a contested signature', () => {
  it('is the business of the person alone: of no other county, role or colleague, and of nobody who is not in the register', async () => {
    const id = await visit();
    const abroad = await visit({}, ABROAD, [await registered('签字示例丙', null, ABROAD), mate]);
    const neighbour = await person('签字示例丁', 'inspector', ABROAD);
    const overseer = await person('签字示例戊', 'city');
    for (const who of ['city', 'county', 'auditor', 'automation'] as const)
      expect([who, codeOf(await contest(by[who], id))]).toEqual([who, [403, 'ZHUDIAN_NOT_LINKED']]);
    expect(codeOf(await contest(by.stranger, id))).toEqual([403, 'FORBIDDEN']);
    expect(codeOf(await contest(overseer.api, id))).toEqual([403, 'ZHUDIAN_NOT_NAMED']);
    for (const [who, which] of [
      [neighbour, id],
      [named, abroad],
      [named, randomUUID()],
    ] as const) {
      expect(codeOf(await contest(who.api, which))).toEqual([404, 'ZHUDIAN_NOT_FOUND']);
      expect(codeOf(await withdraw(who.api, which))).toEqual([404, 'ZHUDIAN_NOT_FOUND']);
    }
    const { message } = (await contest(by.county, id)).errors[0]!;
    expect(message).toMatch(/没有对应的驻点人员.*关联/);
    expect([await marks(id), await marks(abroad, 'city')]).toEqual([[], []]);
    done(await contest(named.api, id));
    expect(codeOf(await withdraw(overseer.api, id))).toEqual([403, 'ZHUDIAN_NOT_NAMED']);
    expect(await marks(id)).toHaveLength(1);
  });

  it('of another county is its own county’s mark', async () => {
    const id = await visit({}, ABROAD);
    done(await contest(named.api, id));
    expect([(await marks(id, 'city')).length, (await marks(id, 'county')).length]).toEqual([1, 0]);
  });

  it('is written by nobody past this door', async () => {
    const id = await visit();
    done(await by.city.send('PATCH', `/items/visits/${id}`, { status: 'returned', return_reason: '时间登记有误，请核对' }));
    const { id: row } = await rowOf(id);
    const change = { contested_at: new Date().toISOString(), contested_reason: REASON };
    for (const who of [by.city, test.admin]) {
      expect(new Set(refusedBy(await who.send('PATCH', `/items/visit_inspectors/${row}`, change)))).toEqual(new Set(['field.system']));
      expect(new Set(refusedBy(await who.send('PATCH', `/items/visits/${id}`, { inspectors: [{ id: row, ...change }] })))).toEqual(
        new Set(['field.system']),
      );
    }
    expect((await named.api.send('PATCH', `/items/visit_inspectors/${row}`, change)).errors).not.toEqual([]);
    expect(await sql(`UPDATE visit_inspectors SET contested_at = now() WHERE id = $1`, [row])).toBe('visit_inspectors_contested');
    expect((await rowOf(id)).contested_at).toBeNull();
  });

  it('does not pass to whoever takes the place of its person; the county’s mark stays', async () => {
    const id = await visit();
    done(await contest(named.api, id));
    done(await by.city.send('PATCH', `/items/visits/${id}`, { status: 'returned', return_reason: '人员登记有误，请核对' }));
    const { id: row } = await rowOf(id);
    done(await by.city.send('PATCH', `/items/visit_inspectors/${row}`, { inspector: await registered('签字示例己', null), signature: null }));
    const { rows } = await test.database.query('SELECT contested_at, contested_reason FROM visit_inspectors WHERE id = $1', [row]);
    expect(rows).toEqual([{ contested_at: null, contested_reason: null }]);
    await look();
    expect(await marks(id)).toHaveLength(1);
  });

  it('of a visit that was handed in opens nothing else of it', async () => {
    const id = await visit();
    const { id: row } = await rowOf(id);
    const both = `UPDATE visit_inspectors SET contested_at = now(), contested_reason = $2, signature = NULL WHERE id = $1`;
    expect(await sql(both, [row, REASON])).toBe('visit_parts_locked');
  });
});

describe('the visits that name somebody', () => {
  it('are listed for them, an outsider of the team too, the latest first, without drafts and with who handed them in', async () => {
    const own = await person('签字示例庚');
    const [older, later] = [
      await visit({ visited_on: days[250] }, OWN, [own.inspector, mate]),
      await visit({ visited_on: days[240] }, ABROAD, [own.inspector, mate]),
    ];
    await visit({ status: 'draft', visited_on: days[230] }, OWN, [own.inspector, mate]);
    done(await contest(own.api, older));
    const list = done(await own.api.send<NamedVisit[]>('GET', '/zhudian/visits/named'));
    expect(list.map(({ id, contested_reason }) => [id, contested_reason])).toEqual([
      [later, null],
      [older, REASON],
    ]);
    expect(list[0]).toMatchObject({ visited_on: days[240], status: 'submitted', enterprise: '签字示例化工', handed_in_by: '沈知远', signed: true });
    expect(done(await own.api.send<NamedVisit>('GET', `/zhudian/visits/${older}/named`)).id).toBe(older);
    expect((await own.api.send('GET', `/items/visits/${older}`)).status).toBe(200);
    expect(done(await named.api.send<unknown>('GET', `/zhudian/visits/${older}/named`))).toBeNull();
    expect(done(await by.county.send('GET', '/zhudian/visits/named'))).toEqual([]);
    expect((await by.stranger.send('GET', '/zhudian/visits/named')).status).toBe(403);
  });
});
