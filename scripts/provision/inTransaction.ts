import type pg from 'pg';

/** Runs the work in one transaction in which history raises no alarm (`zhudian_emit` in `schema/sql` honours it). */
export async function inTransaction<T>(client: pg.Client, work: () => Promise<T>): Promise<T> {
  await client.query('begin');
  try {
    await client.query(`set local zhudian.suppress_events = 'on'`);
    const result = await work();
    await client.query('commit');
    return result;
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
}
