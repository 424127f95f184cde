import { setTimeout as pause } from 'node:timers/promises';
import type pg from 'pg';
import { Api } from '../support/Api.ts';
import type { Stack } from '../../scripts/stack/Stack.ts';
import type { LedgerEntry } from './judge.ts';

/** Half a second between two attempts: half an hour, longer than anything is down. */
const ATTEMPTS = 3600;

const FACTS = { severity: 'major', title: '储罐液位计失灵', description: '罐区储罐液位计指示为零，实际液位偏高' };

/** Where an event is on its way. */
export interface Progress {
  readonly events: number;
  readonly sent: number;
  /** Events that n8n has not closed. */
  readonly open: number;
}

/** The major hazards of a run. A save is tried until it is confirmed, as a phone does: with an id of its own, so that a second one is the first. */
export class Escalations {
  readonly #stack: Stack;
  readonly #directus: readonly string[];
  readonly #ids: string[] = [];
  #enterprise: string | undefined;
  #api: Api | undefined;

  /** @param directus addresses of the instances that take saves */
  constructor(stack: Stack, directus: readonly string[]) {
    this.#stack = stack;
    this.#directus = directus;
  }

  get count(): number {
    return this.#ids.length;
  }

  /** By SQL in one transaction, past Directus, which may be dead just then. */
  async saveBySql(size: number): Promise<void> {
    const ids = Array.from({ length: size }, () => crypto.randomUUID());
    const enterprise = await this.#someEnterprise();
    await this.#ask((client) =>
      client.query(
        `INSERT INTO hazards (id, enterprise, severity, status, title, description)
         SELECT id, $2, $3, 'open', $4, $5 FROM unnest($1::uuid[]) AS id ON CONFLICT DO NOTHING`,
        [ids, enterprise, FACTS.severity, FACTS.title, FACTS.description],
      ),
    );
    this.#ids.push(...ids);
  }

  /** Through the API of one instance after the other until one says that it is saved. */
  async saveByApi(): Promise<void> {
    const hazard = { id: crypto.randomUUID(), enterprise: await this.#someEnterprise(), ...FACTS };
    let last: unknown;
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      const url = this.#directus[attempt % this.#directus.length] ?? '';
      try {
        this.#api ??= await Api.login(url, 'admin@zhudian.example.org', this.#stack.secrets.adminPassword);
        const { status, errors } = await this.#api.at(url).send('POST', '/items/hazards?fields=id', hazard);
        if (status === 200 || errors.some(({ extensions }) => extensions.code === 'RECORD_NOT_UNIQUE')) {
          this.#ids.push(hazard.id);
          return;
        }
        if (status === 401 || status === 403) this.#api = undefined;
        last = new Error(JSON.stringify(errors));
      } catch (error) {
        last = error;
      }
      await pause(500);
    }
    throw last;
  }

  async ledger(): Promise<LedgerEntry[]> {
    const { rows } = await this.#ask((client) =>
      client.query<LedgerEntry>(
        `SELECT coalesce(o.key, h.id::text) AS key, d.status, d.repeats, d.composed_by, extract(epoch FROM d.sent_at - o.created_at)::float8 AS seconds
         FROM unnest($1::uuid[]) AS h(id)
         LEFT JOIN outbox o ON o.subject::text = h.id::text AND o.topic = 'hazard.major' LEFT JOIN deliveries d ON d.key = o.key`,
        [this.#ids],
      ),
    );
    return rows;
  }

  async progress(): Promise<Progress> {
    const { rows } = await this.#ask((client) =>
      client.query<Progress>(
        `SELECT count(*)::int AS events, count(*) FILTER (WHERE d.status = 'sent')::int AS sent, count(*) FILTER (WHERE o.done_at IS NULL)::int AS open
         FROM outbox o LEFT JOIN deliveries d ON d.key = o.key WHERE o.topic = 'hazard.major' AND o.subject::text = ANY ($1)`,
        [this.#ids],
      ),
    );
    return rows[0] ?? { events: 0, sent: 0, open: 0 };
  }

  async #someEnterprise(): Promise<string> {
    this.#enterprise ??= (await this.#ask((client) => client.query<{ id: string }>('SELECT id FROM enterprises ORDER BY name LIMIT 1'))).rows[0]?.id;
    return this.#enterprise ?? '';
  }

  /** Asks on a connection of its own, again while PostgreSQL is away. */
  async #ask<T>(question: (client: pg.Client) => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt += 1) {
      let client: pg.Client | undefined;
      try {
        client = await this.#stack.connect('directus');
        return await question(client);
      } catch (error) {
        if (attempt >= ATTEMPTS) throw error;
        await pause(500);
      } finally {
        await client?.end().catch(() => undefined);
      }
    }
  }
}
