import type { Knex } from 'knex';
import type { ClaimRequest } from './claimEvents.ts';

/** Days after which a consumer that asks for nothing any more is forgotten, with what waits for it: its workflow is gone, or off for good. */
const FORGOTTEN_AFTER = 30;

/** Milliseconds between two notes that a consumer is there. */
const NOTE_EVERY = 15_000;

/** What this process has noted of late, and when, by a clock that nobody sets. */
const noted = new Map<string, { readonly asked: string; readonly at: number }>();

/**
 * Notes that a consumer is there, and what it asks for: from now on each event of its topics has a place for it. What waits for it of topics
 * that it asks for no more is dropped.
 */
export async function noteConsumer({ consumer, name = consumer, topics, own }: ClaimRequest, database: Knex): Promise<void> {
  const asked = JSON.stringify([name, topics, own]);
  const before = noted.get(consumer);
  if (before?.asked === asked && performance.now() - before.at < NOTE_EVERY) return;
  const { rows } = await database.raw<{ rows: { before: string[] | null }[] }>(
    `WITH before AS (SELECT topics FROM outbox_consumers WHERE consumer = :consumer AND own)
     INSERT INTO outbox_consumers (consumer, name, topics, own) VALUES (:consumer, :name, :topics, :own)
     ON CONFLICT (consumer) DO UPDATE SET name = excluded.name, topics = excluded.topics, own = excluded.own, seen_at = now()
     RETURNING (SELECT topics FROM before) AS before`,
    { consumer, name, topics: [...topics], own },
  );
  if (rows[0]?.before?.some((topic) => !own || !topics.includes(topic)))
    await database.raw(
      `DELETE FROM outbox_places p USING outbox o WHERE p.consumer = :consumer AND p.done_at IS NULL AND o.id = p.event AND NOT (:own AND o.topic = ANY (:topics))`,
      { consumer, own, topics: [...topics] },
    );
  noted.set(consumer, { asked, at: performance.now() });
}

/** Forgets consumers that are gone, and what was handed to the others long ago. */
export async function forgetConsumers(database: Knex): Promise<void> {
  await database.transaction(async (trx) => {
    await trx.raw('DELETE FROM outbox_consumers WHERE seen_at < now() - make_interval(days => ?)', [FORGOTTEN_AFTER]);
    await trx.raw('DELETE FROM outbox_places p WHERE NOT EXISTS (SELECT FROM outbox_consumers c WHERE c.consumer = p.consumer)');
    await trx.raw('DELETE FROM outbox_places WHERE done_at < now() - make_interval(days => ?)', [FORGOTTEN_AFTER]);
  });
}
