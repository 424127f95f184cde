import { beforeAll, describe, expect, it } from 'vitest';
import { wordText } from '../../extensions/core/src/documents/wordText.ts';
import { countyId } from '../../scripts/provision/reference/counties.ts';
import { logins, type Caller } from '../support/logins.ts';
import { setClock } from '../support/setClock.ts';
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
  await test.database.query(`UPDATE counties SET date_created = '2025-06-30T15:00:00Z'`);
}, 600_000);

const due = async (who: Caller, quarter = '2025-Q2'): Promise<Due> =>
  (await apis[who].send<Due>('GET', `/zhudian/evaluations/due?quarter=${quarter}`)).data;
const isDue = async (): Promise<boolean> => (await due('city')).due.some(({ id }) => id === OWN);

describe('the evaluations that are due', () => {
  it('are those of all counties for the city and the automation, of the own one for a county, and none of an inspector’s', async () => {
    const all = await due('city');
    expect([all.quarter, all.first, all.last, all.rows.length, all.due.length]).toEqual(['2025-Q2', '2025-04-01', '2025-06-30', 14, 14]);
    expect(await due('automation')).toEqual(all);
    // Nobody is asked for a quarter that had ended when the county came.
    expect((await due('city', '2025-Q1')).due).toEqual([]);
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

describe('an inspection by the city', () => {
  const inspection = { county: OWN, quarter: '2026-Q3', kind: 'city_inspection', evaluated_on: '2026-09-10' };
  /** Clears the way for an earlier day: the clock goes back. */
  const at = (day: string): Promise<void> => setClock(test, `${day}T09:30:00+08:00`);
  const told = async (day: string): Promise<unknown> => {
    const { data } = await apis.automation.send<{ digests: { to: { email: string }; show: { groups: { inspection_reply: { left: string }[] } } }[] }>(
      'GET',
      `/zhudian/reminders?at=${encodeURIComponent(`${day}T09:30:00+08:00`)}`,
    );
    const who = data.digests.filter(({ show }) => show.groups.inspection_reply.length > 0);
    return {
      to: who.map(({ to }) => to.email.split('@')[0]).sort(),
      left: [...new Set(who.flatMap(({ show }) => show.groups.inspection_reply.map(({ left }) => left)))],
    };
  };
  const text = async (id: string): Promise<string> => {
    const asked = await apis.county.send<{ id: string }>('POST', '/zhudian/documents/request', { kind: 'evaluation', id });
    expect(asked.errors).toEqual([]);
    const file = await waitFor('the document is made', async () => {
      const { rows } = await test.database.query<{ status: string; file: string; error: string | null }>(
        'SELECT status, file, error FROM documents WHERE id = $1',
        [asked.data.id],
      );
      if (rows[0]?.status === 'failed') throw new Error(String(rows[0].error));
      return rows[0]?.status === 'ready' && rows[0].file;
    });
    return wordText(await apis.county.download(`/assets/${file}`));
  };

  it('has a document of its own, which its county opens as well; a quarter’s evaluation has the other', async () => {
    await at('2026-09-20');
    const made = await apis.city.send<{ id: string }>('POST', '/items/evaluations', {
      ...inspection,
      findings: '抽查驻点企业4家，查阅工作日志36份',
      problems: '1家企业的重大事故隐患整改资金未明确',
      score: 88.5,
      reply_due: '2026-09-24',
    });
    expect(made.errors).toEqual([]);
    const letter = await text(made.data.id);
    expect(letter).toContain('安全生产\n驻点监督工作督查情况');
    expect(letter).toContain('督查评分88.5分');
    expect(letter).toContain('于2026年9月24日前将整改情况书面反馈');
    expect(letter).toContain('抽查驻点企业4家');
    const own = await apis.county.send<{ id: string }>('POST', '/items/evaluations', {
      quarter: '2026-Q3',
      evaluated_on: '2026-09-15',
      findings: '驻点138家次',
    });
    expect(own.errors).toEqual([]);
    const report = await text(own.data.id);
    expect(report).toContain('2026年第三季度\n安全生产驻点监督工作评估报告');
    expect(report).toContain('驻点138家次');
    expect(report).not.toMatch(/[{}]|undefined|null|督查/);
  });

  it('reminds the county of its reply three working days before, county and city after it, and nobody once it is here', async () => {
    const { rows } = await test.database.query<{ id: string }>(
      `SELECT id FROM evaluations WHERE kind = 'city_inspection' AND reply_due = '2026-09-24'`,
    );
    await test.database.query(`UPDATE counties SET email = 'office@rencheng.example' WHERE id = $1`, [OWN]);
    await test.database.query(`UPDATE contacts SET email = 'lian@rencheng.example' WHERE county = $1`, [OWN]);
    await test.database.query(`UPDATE settings SET city_office_emails = '["shi@city.example"]'`);
    // 25 September 2026 is Mid-Autumn Festival: the next working day is the 28th.
    expect(await told('2026-09-20')).toEqual({ to: [], left: [] });
    expect(await told('2026-09-21')).toEqual({ to: ['lian', 'office'], left: ['还有3个工作日'] });
    expect(await told('2026-09-25')).toEqual({ to: [], left: [] });
    expect(await told('2026-09-28')).toEqual({ to: ['lian', 'office', 'shi'], left: ['已逾期4天'] });
    await at('2026-09-29');
    const answered = await apis.city.send('PATCH', `/items/evaluations/${rows[0]?.id}`, { replied_on: '2026-09-29' });
    expect(answered.errors).toEqual([]);
    expect(await told('2026-09-29')).toEqual({ to: [], left: [] });
  });

  it('is the city’s alone; a reply before the inspection, of tomorrow or to a quarter’s evaluation is refused, by PostgreSQL too', async () => {
    await at('2026-09-20');
    const rules = async (who: Caller, change: Record<string, unknown>): Promise<unknown> => {
      const { status, errors } = await apis[who].send('POST', '/items/evaluations', { ...inspection, ...change });
      return errors.map(({ extensions }) => extensions.rule ?? status);
    };
    // A county’s permission knows its own kind alone.
    expect(await rules('county', {})).toEqual([400]);
    expect(await rules('city', { reply_due: '2026-09-09' })).toEqual(['evaluation.reply_due.before']);
    expect(await rules('city', { replied_on: '2026-09-21' })).toEqual(['evaluation.replied_on.future']);
    expect(await rules('city', { kind: 'quarterly', reply_due: '2026-09-24' })).toEqual(['evaluation.reply_due.kind']);
    const past = test.database.query(
      `INSERT INTO evaluations (id, county, quarter, kind, evaluated_on, reply_due) VALUES (gen_random_uuid(), $1, '2026-Q3', 'quarterly', '2026-09-10', '2026-09-24')`,
      [OWN],
    );
    await expect(past).rejects.toMatchObject({ constraint: 'evaluations_reply' });
    await setClock(test, null);
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

  it('are sent by the workflow once for each county, quarter and stage, on working days, and not to whoever has evaluated', async () => {
    await goTo('2026-12-01 09:00+08');
    const made = await apis.county.send('POST', '/items/evaluations', { quarter: '2026-Q4', evaluated_on: '2026-12-01', findings: '总体平稳' });
    expect(made.errors).toEqual([]);
    const turn = async (): Promise<unknown> => (await apis.automation.send<{ event: string | null }>('POST', '/zhudian/evaluations/turn')).data.event;
    expect(await turn()).toBe('evaluations.due:2026-12-01T09');
    const sent = await waitFor('13 mails in the ledger', async () => ((await ledger()).length >= 13 ? await ledger() : null));
    expect([sent.length, new Set(sent.map(({ key }) => key)).size]).toEqual([13, 13]);
    expect(sent.some(({ key }) => key.includes(':370811:'))).toBe(false);
    expect(sent[0]?.subject).toBe('请开展2026年第四季度驻点监督工作评估');
    // Nothing new begins while n8n is still at it.
    await waitFor('n8n has finished', async () => {
      const { rowCount } = await test.database.query("SELECT FROM outbox WHERE topic = 'evaluations.due' AND done_at IS NULL");
      return rowCount === 0;
    });
    await goTo('2026-12-02 09:00+08');
    expect([await requests(), await turn()]).toEqual([[], null]);
    // New Year 2026 is free from Thursday to Saturday, and the Sunday after it is worked.
    for (const moment of ['2026-01-01 09:00+08', '2026-01-03 09:00+08', '2026-01-04 08:29+08']) {
      await goTo(moment);
      expect([moment, (await requests()).length > 0, await turn()]).toEqual([moment, true, null]);
    }
    await goTo('2026-12-28 09:00+08');
    expect(await turn()).toBe('evaluations.due:2026-12-28T09');
    await waitFor('26 mails in the ledger', async () => (await ledger()).length === 26);
  });
});
