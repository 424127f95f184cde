import type pg from 'pg';
import type { Random } from '../../../scripts/provision/demo/Random.ts';
import { OPERATIONS, type Operation, type World } from './operations.ts';

/** What happened to a history: how many transactions stood, were taken back, or were refused by a rule. */
export interface Tally {
  kept: number;
  cancelled: number;
  refused: number;
  readonly faults: string[];
}

/** Refusals by a rule, a key or an index; and what random transactions of several rows do to each other, whoever counts. */
const REFUSALS = new Set(['23514', '23505', '23503', '40P01']);

/** Random transactions over visits, hazards and what they hang on: kept, cancelled, with savepoints, folded in the middle. */
export class History {
  readonly tally: Tally = { kept: 0, cancelled: 0, refused: 0, faults: [] };
  readonly #random: Random;
  readonly #world: World;

  constructor(random: Random, world: World) {
    this.#random = random;
    this.#world = world;
  }

  /** One random transaction on a connection. */
  async transact(client: pg.Client): Promise<void> {
    const random = this.#random;
    const operations: Operation[] = Array.from({ length: random.chance(0.6) ? 1 : random.whole(2, 5) }, () => random.pick(OPERATIONS));
    try {
      await client.query(`BEGIN; SET LOCAL zhudian.suppress_events = 'on'`);
      for (const operation of operations) {
        const partial = random.chance(0.15);
        if (partial) await client.query('SAVEPOINT here');
        await operation(client, random, this.#world);
        if (partial) await client.query(random.chance(0.5) ? 'ROLLBACK TO SAVEPOINT here' : 'RELEASE SAVEPOINT here');
        if (random.chance(0.1)) await client.query('SELECT zhudian_fold_statistics()');
      }
      const cancel = random.chance(0.1);
      await client.query(cancel ? 'ROLLBACK' : 'COMMIT');
      this.tally[cancel ? 'cancelled' : 'kept'] += 1;
    } catch (error) {
      await client.query('ROLLBACK');
      this.tally.refused += 1;
      if (!REFUSALS.has((error as { code?: string }).code ?? '')) this.tally.faults.push(String(error));
    }
  }
}
