import type { Knex } from 'knex';

/** A restored backup nobody has released yet, and the mails held because of it. */
export interface RestoreState {
  readonly id: string;
  readonly backup_at: Date;
  readonly restored_at: Date;
  readonly announced_at: Date | null;
  readonly held: number;
  /** Of the held ones, reports of major hazards and reminders of them. */
  readonly held_major: number;
}

/** The latest restore that still holds mails back; undefined in everyday life. */
export async function restoreState(database: Knex): Promise<RestoreState | undefined> {
  const { rows } = await database.raw<{ rows: RestoreState[] }>(
    `SELECT r.id, r.backup_at, r.restored_at, r.announced_at, d.held, d.held_major
     FROM zhudian_restores r, LATERAL (
       SELECT count(*)::int AS held, count(*) FILTER (WHERE hazard IS NOT NULL)::int AS held_major
       FROM deliveries WHERE status = 'dead' AND starts_with(error, zhudian_hold_reason())) d
     WHERE r.released_at IS NULL ORDER BY r.restored_at DESC LIMIT 1`,
  );
  return rows[0];
}
