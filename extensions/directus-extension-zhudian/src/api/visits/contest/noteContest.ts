import type { Knex } from 'knex';

/** Adds to a visit's history what somebody says of the signature under their name; its state stays. */
export async function noteContest(visit: string, actor: string, note: string, transaction: Knex.Transaction): Promise<void> {
  await transaction.raw(
    `INSERT INTO visit_events (id, visit, at, actor, "from", "to", note, date_created)
     SELECT gen_random_uuid(), v.id, zhudian_moment(), :actor, v.status, v.status, :note, zhudian_moment() FROM visits v WHERE v.id = :visit`,
    { visit, actor, note },
  );
}
