import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import type { TestStack } from '../TestStack.ts';

type Client = Pick<pg.Client, 'query'>;

/** What statistics are tested with: rows past Directus, and what is kept of them. */
export function statisticsRows(test: TestStack, ownCounty: string) {
  const people = async (): Promise<string[]> =>
    (await test.database.query<{ id: string }>(`SELECT id FROM inspectors WHERE "user" IS NULL ORDER BY level, id`)).rows.map(({ id }) => id);
  return {
    people,
    drift: async (): Promise<unknown[]> => (await test.database.query<Record<string, unknown>>('SELECT * FROM zhudian_statistics_drift()')).rows,
    marks: async (): Promise<number> => (await test.database.query('SELECT FROM statistics_marks')).rowCount ?? 0,
    fold: async (client: Client = test.database): Promise<unknown> => client.query('SELECT zhudian_fold_statistics()'),
    /** Connections of their own, closed afterwards. */
    withClients: async <T>(count: number, work: (clients: pg.Client[]) => Promise<T>): Promise<T> => {
      const clients = await Promise.all(Array.from({ length: count }, () => test.stack.connect('directus')));
      try {
        return await work(clients);
      } finally {
        await Promise.all(clients.map((client) => client.end()));
      }
    },
    /** An enterprise of a county that nobody else uses. */
    newEnterprise: async (county = ownCounty): Promise<string> => {
      const id = randomUUID();
      await test.database.query(`INSERT INTO enterprises (id, county, name, status) VALUES ($1, $2, $3, 'active')`, [
        id,
        county,
        `统计示例${id.slice(0, 8)}`,
      ]);
      return id;
    },
    /** A visit by two people, in a transaction of a client. */
    newVisit: async (client: Client, enterprise: string, day: string, status = 'submitted', rules = 1): Promise<string> => {
      const id = randomUUID();
      const [first, second] = await people();
      await client.query('BEGIN');
      try {
        const visit = 'INSERT INTO visits (id, enterprise, visited_on, status, rules_improved) VALUES ($1, $2, $3, $4, $5)';
        await client.query(visit, [id, enterprise, day, status, rules]);
        for (const person of [first, second]) await client.query(PERSON, [id, person]);
        await client.query('COMMIT');
      } catch (error) {
        await client.query('ROLLBACK');
        throw error;
      }
      return id;
    },
  };
}

/** A person of a visit, with a signature of their own. What it shows counts nowhere. */
export const PERSON = `WITH signature AS (
    INSERT INTO directus_files (id, storage, filename_download, type, filesize) VALUES (gen_random_uuid(), 'local', 'signature.png', 'image/png', 1) RETURNING id
  ) INSERT INTO visit_inspectors (id, visit, inspector, signature) SELECT gen_random_uuid(), $1, $2, id FROM signature`;

/** A hazard: of a visit or none, at an enterprise, on a day. */
export const HAZARD = `INSERT INTO hazards (id, visit, enterprise, severity, status, title, description, found_on, deadline, measures, responsible_person)
  VALUES (gen_random_uuid(), $1, $2, 'general', 'open', '可燃气体报警器', '罐区东侧两台可燃气体报警器校验标签已过期', $3, '2027-06-30', '停用并更换', '设备科长')`;
