import { randomBytes } from 'node:crypto';
import type pg from 'pg';
import type { Place } from '../support/permissions/Place.ts';
import type { World } from '../support/permissions/World.ts';
import type { Attacker } from './Asked.ts';

/** Texts that other rows are known by, or that rules look at. */
const KEPT = new Set(['id', 'status', 'kind', 'level', 'severity', 'key', 'topic', 'scope', 'result', 'visible_to', 'period', 'quarter', 'timezone']);
const SHAPE = /ZK[0-9a-f]{12}KZ/g;

interface Secret {
  readonly token: string;
  readonly collection: string;
  readonly column: string;
  readonly place: Place;
}

/** A text that stands in one column of one row that is not everybody's: an answer that has it, or depends on it, tells of the row. */
export class Secrets {
  readonly #secrets: readonly Secret[];

  private constructor(secrets: readonly Secret[]) {
    this.#secrets = secrets;
  }

  /**
   * Puts one into every text of the neighbour's and the other county's rows that takes it, past triggers.
   *
   * @param database may write past triggers, as `World.build` leaves it
   */
  static async plant({ rows }: Pick<World, 'rows'>, database: pg.Client): Promise<Secrets> {
    const columns = await database.query<{ collection: string; column: string }>(
      `SELECT table_name AS collection, column_name AS column FROM information_schema.columns
       WHERE table_schema = 'public' AND data_type IN ('text', 'character varying')`,
    );
    const secrets: Secret[] = [];
    await database.query('SET session_replication_role = replica');
    for (const { collection, id, place } of rows.filter((row) => row.place !== 'mine')) {
      for (const { column } of columns.rows.filter((one) => one.collection === collection && !KEPT.has(one.column))) {
        const token = newToken();
        // A rule of the table refuses some: what has a shape of its own stays as it is.
        const { rowCount } = await database
          .query(`UPDATE "${collection}" SET "${column}" = $1 WHERE id = $2`, [token, id])
          .catch(() => ({ rowCount: 0 }));
        if (rowCount) secrets.push({ token, collection, column, place });
      }
    }
    await database.query('SET session_replication_role = origin');
    return new Secrets(secrets);
  }

  get size(): number {
    return this.#secrets.length;
  }

  /** Those an attacker must not learn of. */
  hiddenFrom(attacker: Attacker): readonly string[] {
    return this.#secrets
      .filter(({ place }) => {
        if (attacker === 'auditor' || attacker === 'automation') return false;
        return attacker === 'county' ? place === 'abroad' : true;
      })
      .map(({ token }) => token);
  }

  where(token: string): string {
    const secret = this.#secrets.find((one) => one.token === token);
    return secret ? `${secret.collection}.${secret.column} (${secret.place})` : 'nowhere';
  }
}

/** Looks like a secret, and is none. */
export const newToken = (): string => `ZK${randomBytes(6).toString('hex')}KZ`;

export const tokensIn = (text: string): readonly string[] => text.match(SHAPE) ?? [];

/** The same text whichever token it has. */
export const withoutTokens = (text: string): string => text.replaceAll(SHAPE, '*');
