import { setTimeout as pause } from 'node:timers/promises';
import type pg from 'pg';
import type { Stack } from '../stack/Stack.ts';
import type { LedgerEntry } from './judge.ts';

/** The major hazards of a run: saves them past Directus, which may be dead just then, and reads what became of them. */
export class Escalations {
  readonly #stack: Stack;
  readonly #ids: string[] = [];

  constructor(stack: Stack) {
    this.#stack = stack;
  }

  get count(): number {
    return this.#ids.length;
  }

  async save(size: number): Promise<void> {
    const ids = Array.from({ length: size }, () => crypto.randomUUID());
    await this.#ask(async (client) =>
      client.query(
        `INSERT INTO hazards (id, enterprise, severity, status, title, description)
         SELECT id, (SELECT id FROM enterprises ORDER BY name LIMIT 1), 'major', 'open', '储罐液位计失灵', '罐区储罐液位计指示为零，实际液位偏高'
         FROM unnest($1::uuid[]) AS id ON CONFLICT DO NOTHING`,
        [ids],
      ),
    );
    this.#ids.push(...ids);
  }

  async ledger(): Promise<LedgerEntry[]> {
    const { rows } = await this.#ask(async (client) =>
      client.query<LedgerEntry>(
        `SELECT coalesce(o.key, h.id::text) AS key, d.status, d.repeats FROM unnest($1::uuid[]) AS h(id)
         LEFT JOIN outbox o ON o.subject::text = h.id::text AND o.topic = 'hazard.major' LEFT JOIN deliveries d ON d.key = o.key`,
        [this.#ids],
      ),
    );
    return rows;
  }

  /** Asks on a connection of its own, again while PostgreSQL is away. */
  async #ask<T>(question: (client: pg.Client) => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt += 1) {
      let client: pg.Client | undefined;
      try {
        client = await this.#stack.connect('directus');
        return await question(client);
      } catch (error) {
        if (attempt >= 120) throw error;
        await pause(500);
      } finally {
        await client?.end().catch(() => undefined);
      }
    }
  }
}
