import { beforeAll, describe, expect, it } from 'vitest';
import { countyId } from '../../scripts/provision/reference/counties.ts';
import { logins, type Caller } from '../support/logins.ts';
import { runWorkflow } from '../support/runWorkflow.ts';
import { useTestStack } from '../support/useTestStack.ts';
import { waitFor } from '../support/waitFor.ts';

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

describe('the mails that ask for an evaluation', () => {
  interface Request {
    readonly key: string;
    readonly stage: string;
    readonly to: readonly string[];
  }
  const goTo = async (moment: string): Promise<unknown> =>
    test.database.query(
      `INSERT INTO zhudian_clock (ahead) VALUES ($1::timestamptz - now()) ON CONFLICT (only_row) DO UPDATE SET ahead = excluded.ahead`,
      [moment],
    );
  const requests = async (): Promise<readonly Request[]> => (await apis.automation.send<Request[]>('GET', '/zhudian/evaluations/requests')).data;
  const stages = async (): Promise<unknown> => [...new Set((await requests()).map(({ key }) => key.split(':').slice(2).join(' ')))];
  const ledger = async (): Promise<{ key: string; subject: string; to: string[] }[]> =>
    (
      await test.database.query<{ key: string; subject: string; to: string[] }>(
        `SELECT key, subject, "to" FROM deliveries WHERE kind = 'evaluation' ORDER BY key`,
      )
    ).rows;

  it('are due in the quarter’s last month, its last week and the month after, and are told to the automation alone', async () => {
    await goTo('2026-11-30 09:00+08');
    expect(await stages()).toEqual([]);
    await goTo('2026-12-01 09:00+08');
    expect(await stages()).toEqual(['2026-Q4 ask']);
    expect(await requests()).toHaveLength(14);
    await goTo('2026-12-28 09:00+08');
    expect(await stages()).toEqual(['2026-Q4 last']);
    await goTo('2027-01-04 09:00+08');
    expect(await stages()).toEqual(['2026-Q4 overdue']);
    for (const who of ['city', 'county', 'auditor', 'stranger'] as const) {
      expect((await apis[who].send('GET', '/zhudian/evaluations/requests')).status).toBe(403);
    }
  });

  it('go to the county’s office and its primary contact, and to the city office where a county has neither', async () => {
    await goTo('2026-12-01 09:00+08');
    const to = async (): Promise<readonly string[]> => (await requests()).find(({ key }) => key.includes(':370811:'))?.to ?? [];
    await test.database.query(`UPDATE contacts SET is_primary = false WHERE county = $1`, [OWN]);
    await test.database.query(`UPDATE counties SET email = 'office@rencheng.example' WHERE id = $1`, [OWN]);
    expect(await to()).toEqual(['office@rencheng.example']);
    await test.database.query(`UPDATE counties SET email = NULL WHERE id = $1`, [OWN]);
    const { rows } = await test.database.query<{ city_office_emails: string[] }>('SELECT city_office_emails FROM settings');
    expect(await to()).toEqual(rows[0]?.city_office_emails);
  });

  it('are sent by the workflow once for each county, quarter and stage, and not to whoever has evaluated', async () => {
    await goTo('2026-12-01 09:00+08');
    const made = await apis.county.send('POST', '/items/evaluations', { quarter: '2026-Q4', evaluated_on: '2026-12-01', findings: '总体平稳' });
    expect(made.errors).toEqual([]);
    for (const round of [1, 2]) {
      await runWorkflow(test, 'quarterlyEvaluat1', '工作日上午检查');
      const sent = await waitFor('13 mails in the ledger', async () => ((await ledger()).length >= 13 ? await ledger() : null));
      expect([round, sent.length, new Set(sent.map(({ key }) => key)).size]).toEqual([round, 13, 13]);
      expect(sent.some(({ key }) => key.includes(':370811:'))).toBe(false);
      expect(sent[0]?.subject).toBe('请开展2026年第四季度驻点监督工作评估');
    }
    await goTo('2026-12-28 09:00+08');
    await runWorkflow(test, 'quarterlyEvaluat1', '工作日上午检查');
    await waitFor('26 mails in the ledger', async () => (await ledger()).length === 26);
  });
});
