import { beforeAll, describe, expect, it } from 'vitest';
import { countyId } from '../../scripts/provision/reference/counties.ts';
import { logins, type Caller } from '../support/logins.ts';
import { useTestStack } from '../support/useTestStack.ts';

interface Due {
  readonly quarter: string;
  readonly first: string;
  readonly last: string;
  readonly rows: readonly { readonly county: { readonly id: string }; readonly done: boolean; readonly begun: string | null }[];
  readonly due: readonly { readonly id: string }[];
}

const OWN = countyId('370811');
const test = useTestStack();
let apis: Awaited<ReturnType<typeof logins>>;

beforeAll(async () => {
  apis = await logins(test);
}, 600_000);

const due = async (who: Caller, quarter = '2025-Q2'): Promise<Due> =>
  (await apis[who].send<Due>('GET', `/zhudian/evaluations/due?quarter=${quarter}`)).data;
const isDue = async (): Promise<boolean> => (await due('city')).due.some(({ id }) => id === OWN);

describe('the evaluations that are due', () => {
  it('are those of all counties for the city and the automation, of the own one for a county, and none of an inspector’s', async () => {
    const all = await due('city');
    expect([all.quarter, all.first, all.last, all.rows.length, all.due.length]).toEqual(['2025-Q2', '2025-04-01', '2025-06-30', 14, 14]);
    expect(await due('automation')).toEqual(all);
    expect(await due('auditor')).toEqual(all);
    expect((await due('county')).rows.map(({ county }) => county.id)).toEqual([OWN]);
    for (const who of ['inspector', 'stranger'] as const) expect((await apis[who].send('GET', '/zhudian/evaluations/due')).status).toBe(403);
    expect((await apis.city.send('GET', '/zhudian/evaluations/due?quarter=2025-Q5')).status).toBe(400);
  });

  it('go once the county’s own evaluation says something: not for an empty form, another quarter or the city’s inspection', async () => {
    const make = async (who: Caller, row: Record<string, unknown>): Promise<string> => {
      const { data, errors } = await apis[who].send<{ id: string }>('POST', '/items/evaluations', {
        quarter: '2025-Q2',
        evaluated_on: '2025-06-20',
        ...row,
      });
      expect(errors).toEqual([]);
      return data.id;
    };
    await make('city', { county: OWN, kind: 'city_inspection', findings: '现场抽查两家企业' });
    await make('county', { quarter: '2025-Q1', findings: '总体平稳' });
    const begun = await make('county', { findings: ' ' });
    expect([await isDue(), (await due('city')).rows.find(({ county }) => county.id === OWN)?.begun]).toEqual([true, begun]);
    await apis.county.send('PATCH', `/items/evaluations/${begun}`, { practices: '建立周碰头制度' });
    expect(await isDue()).toBe(false);
  });
});

describe('an evaluation', () => {
  const refused = async (change: Record<string, unknown>): Promise<(string | undefined)[]> =>
    (
      await apis.county.send('POST', '/items/evaluations', { quarter: '2025-Q3', evaluated_on: '2025-09-20', findings: '总体平稳', ...change })
    ).errors.map(({ extensions }) => extensions.rule);
  it('is refused with a score beyond 100, a day before its quarter, a quarter that is none, or control characters', async () => {
    expect(await refused({ score: 101 })).toEqual(['evaluation.score.range']);
    expect(await refused({ evaluated_on: '2025-06-30' })).toEqual(['evaluation.evaluated_on.before']);
    expect(await refused({ quarter: '2025-Q7' })).toEqual(['evaluation.quarter.shape']);
    expect(await refused({ problems: '人员\u0007不足' })).toEqual(['evaluation.problems.plain']);
  });

  it('is refused by PostgreSQL as well', async () => {
    const sql = async (row: string): Promise<unknown> =>
      await test.database
        .query(`INSERT INTO evaluations (id, county, kind, quarter, evaluated_on, findings) VALUES (gen_random_uuid(), $1, 'quarterly', ${row})`, [
          OWN,
        ])
        .then(
          () => 'written',
          (error: unknown) => (error as { constraint?: string }).constraint,
        );
    expect(await sql(`'2025-Q3', '2025-06-30', 'x'`)).toBe('evaluations_evaluated_on_after');
    expect(await sql(`'2025-Q3', '2025-09-30', E'a\\x07'`)).toBe('evaluations_texts');
    expect(await sql(`'2025-Q3', '2025-10-09', '总体平稳'`)).toBe('written');
  });
});
