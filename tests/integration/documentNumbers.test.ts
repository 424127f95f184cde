import { beforeAll, describe, expect, it } from 'vitest';
import { wordText } from '../../extensions/core/src/documents/wordText.ts';
import type { Api, ApiAnswer } from '../support/Api.ts';
import { logins, type Caller } from '../support/logins.ts';
import { useTestStack } from '../support/useTestStack.ts';
import { waitFor } from '../support/waitFor.ts';

const test = useTestStack();
let as: Readonly<Record<Caller, Api>>;
let county = '';
/** Visits of the county within one year. */
let visits: string[] = [];

beforeAll(async () => {
  as = await logins(test);
  const { rows } = await test.database.query<{ id: string; county: string; year: number }>(
    `SELECT v.id, v.county, extract(year FROM v.visited_on)::int AS year FROM visits v JOIN directus_users u ON u.county = v.county
     WHERE u.email LIKE 'county@%' AND v.status = 'submitted' ORDER BY v.visited_on DESC, v.id`,
  );
  county = rows[0]?.county ?? '';
  // The year that has most: in January the newest has too few.
  const years = Map.groupBy(rows, ({ year }) => year);
  const most = [...years.values()].sort((a, b) => b.length - a.length)[0] ?? [];
  visits = most.map(({ id }) => id).slice(0, 6);
  expect(visits).toHaveLength(6);
}, 600_000);

interface Notice {
  readonly number: string | null;
  readonly text: string;
}

/** The rectification notice of a visit, asked for by the county and made by n8n. */
async function notice(visit: string): Promise<Notice> {
  const asked = await as.county.send<{ id: string }>('POST', '/zhudian/documents/request', { kind: 'rectification_notice', id: visit });
  expect(asked.errors).toEqual([]);
  const made = await waitFor('the notice is made', async () => {
    const { rows } = await test.database.query<{ status: string; error: string | null; number: string | null; file: string }>(
      `SELECT status, error, number, file FROM documents WHERE visit = $1 AND kind = 'rectification_notice' ORDER BY status = 'requested' DESC, date_created DESC`,
      [visit],
    );
    return rows[0] && rows[0].status !== 'requested' ? rows[0] : null;
  });
  expect(made.error).toBeNull();
  return { number: made.number, text: wordText(await as.county.download(`/assets/${made.file}`)) };
}
const prefix = (text: string | null): Promise<ApiAnswer> => as.city.send('PATCH', `/items/counties/${county}`, { document_prefix: text });

describe('the number of a rectification notice', () => {
  it('is left to the clerk while the office has no prefix', async () => {
    expect((await prefix(null)).errors).toEqual([]);
    const { number, text } = await notice(visits[0] ?? '');
    expect(number).toBeNull();
    expect(text).toMatch(/〔20\d\d〕　　号/);
  });

  it('counts from 1 without a gap and without a number twice, when all are asked for at once', async () => {
    expect((await prefix('任驻改')).errors).toEqual([]);
    const made = await Promise.all(visits.map(notice));
    const sequence = made.map(({ number }) => Number(/^任驻改〔20\d\d〕(\d+)号$/.exec(number ?? '')?.[1]));
    expect(sequence.toSorted((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6]);
    for (const { number, text } of made) expect(text).toContain(number);
  });

  it('stays with the visit when the notice is made again, whatever the prefix is by then', async () => {
    const [visit = ''] = visits;
    const before = await notice(visit);
    expect((await prefix('任工信改')).errors).toEqual([]);
    await test.database.query(
      "UPDATE hazards SET measures = '按方案更换并经双人复核' WHERE visit = (SELECT visit FROM hazards WHERE visit = ANY($1) LIMIT 1)",
      [visits],
    );
    expect((await notice(visit)).number).toBe(before.number);
    for (const other of visits) expect((await notice(other)).number).toMatch(/^任驻改/);
  });

  it('begins anew with the year of the notice', async () => {
    const { rows: moved } = await test.database.query<{ id: string }>(
      `UPDATE visits SET visited_on = visited_on - interval '1 year', arrived_at = NULL, left_at = NULL, correction_reason = '日期登记有误'
       WHERE id = (SELECT id FROM visits WHERE county = $1 AND status = 'submitted' AND id <> ALL($2) ORDER BY id LIMIT 1) RETURNING id`,
      [county, visits],
    );
    const { rows } = await test.database.query<{ number: string }>('SELECT zhudian_notice_number($1) AS number', [moved[0]?.id]);
    expect(rows[0]?.number).toMatch(/^任工信改〔20\d\d〕1号$/);
  });

  it.each(['任 驻改', '任驻改〔2026〕', '任驻改9', '驻'.repeat(21)])('is refused the prefix %j, by form and database', async (text) => {
    expect((await prefix(text)).errors).not.toEqual([]);
    await expect(test.database.query('UPDATE counties SET document_prefix = $1 WHERE id = $2', [text, county])).rejects.toThrow();
  });

  it('is not for a county to change', async () => {
    expect((await as.county.send('PATCH', `/items/counties/${county}`, { document_prefix: '改' })).status).toBe(403);
  });
});
