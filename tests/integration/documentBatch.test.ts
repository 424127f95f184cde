import { unzipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { wordText } from '../../extensions/core/src/documents/wordText.ts';
import type { Api } from '../support/Api.ts';
import { logins, type Caller } from '../support/logins.ts';
import { useTestStack } from '../support/useTestStack.ts';
import { waitFor } from '../support/waitFor.ts';

const test = useTestStack();
let as: Readonly<Record<Caller, Api>>;

beforeAll(async () => {
  as = await logins(test);
}, 600_000);

interface Row {
  readonly id: string;
  readonly status: string;
  readonly file: string | null;
  readonly error: string | null;
  readonly done: number | null;
  readonly total: number | null;
}
interface Own {
  readonly county: string;
  readonly period: string;
  readonly visits: number;
  readonly notices: number;
}

/** The month in which the county user's county has most visits. */
async function own(): Promise<Own> {
  const { rows } = await test.database.query<Own>(
    `SELECT v.county, to_char(v.visited_on, 'YYYY-MM') AS period, count(*)::int AS visits,
       count(*) FILTER (WHERE EXISTS (SELECT FROM hazards h WHERE h.visit = v.id))::int AS notices
     FROM visits v JOIN directus_users u ON u.county = v.county
     WHERE u.email LIKE 'county@%' AND v.status IN ('submitted', 'locked') GROUP BY 1, 2 ORDER BY 3 DESC, 2 LIMIT 1`,
  );
  if (!rows[0]) throw new Error('the demo has no visits of the county');
  return rows[0];
}

async function answered(id: string): Promise<Row> {
  return await waitFor(`batch ${id} is answered`, async () => {
    const { rows } = await test.database.query<Row>('SELECT id, status, file, error, done, total FROM documents WHERE id = $1', [id]);
    return rows[0] && rows[0].status !== 'requested' ? rows[0] : null;
  });
}

describe('the documents of a month’s visits in one archive', () => {
  it('has every visit of the county once, under names that stay in their folder, and no part is left behind', async () => {
    const { county, period, visits, notices } = await own();
    const asked = await as.county.send<Row>('POST', '/zhudian/documents/request', { kind: 'visit_batch', period, county });
    expect(asked.errors).toEqual([]);
    const batch = await answered(asked.data.id);
    expect(batch).toMatchObject({ status: 'ready', error: null, done: visits, total: visits });
    const files = unzipSync(await as.county.download(`/assets/${batch.file ?? ''}`));
    const names = Object.keys(files);
    expect(names).toHaveLength(2 * visits + notices);
    expect(names).toEqual([...names].sort());
    for (const name of names) expect(name).toMatch(/^[^/\\]+\/[^/\\]+\.docx$/);
    for (const [name, bytes] of Object.entries(files)) {
      const [, , enterprise = '?'] = name.split('-');
      const text = wordText(bytes);
      expect(text).toContain(enterprise);
      expect(text).not.toMatch(/[{}]|undefined|null/);
    }
    await waitFor('no part is left behind', async () => (await test.database.query('SELECT FROM document_parts')).rowCount === 0);
  });

  it('asked for again is the same archive; another county and an inspector get neither it nor their own of it', async () => {
    const { county, period } = await own();
    const files = "SELECT DISTINCT file FROM documents WHERE kind = 'visit_batch' AND status = 'ready'";
    const before = await test.database.query<Row>(files);
    const asked = await as.city.send<Row>('POST', '/zhudian/documents/request', { kind: 'visit_batch', period, county });
    expect(await answered(asked.data.id)).toMatchObject({ status: 'ready', file: before.rows[0]?.file });
    expect((await test.database.query(files)).rows).toEqual(before.rows);
    const { rows } = await test.database.query<{ id: string }>('SELECT id FROM counties WHERE id <> $1 LIMIT 1', [county]);
    expect((await as.county.send('POST', '/zhudian/documents/request', { kind: 'visit_batch', period, county: rows[0]?.id })).status).toBe(403);
    expect((await as.county.send('POST', '/zhudian/documents/request', { kind: 'visit_batch', period })).status).toBe(403);
    expect((await as.inspector.send('POST', '/zhudian/documents/request', { kind: 'visit_batch', period, county })).status).toBe(403);
    await expect(as.inspector.download(`/assets/${before.rows[0]?.file ?? ''}`)).rejects.toThrow(/403/);
  });

  it('of a month without visits tells why there is none', async () => {
    const { county } = await own();
    const asked = await as.county.send<Row>('POST', '/zhudian/documents/request', { kind: 'visit_batch', period: '2023-08', county });
    const batch = await answered(asked.data.id);
    expect(batch).toMatchObject({ status: 'failed', file: null });
    expect(batch.error).toContain('2023年8月没有已提交的驻点记录');
  });
});
