import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { countyId } from '../../../scripts/provision/reference/counties.ts';
import type { TestStack } from '../TestStack.ts';
import { fixtures, OWN_FILES, type Means } from './fixtures.ts';
import { PLACES, type Place } from './Place.ts';
import { PIXEL } from '../pixel.ts';

/** A row of the world: where it belongs and which state it is in. */
export interface WorldRow {
  readonly collection: string;
  readonly id: string;
  readonly place: Place;
  readonly state: string;
  readonly columns: Readonly<Record<string, unknown>>;
}

const COUNTIES: Readonly<Record<Place, string>> = { mine: countyId('370811'), neighbour: countyId('370811'), abroad: countyId('370883') };

/**
 * One row of every collection at every place and in every state, beside the demo. Rows are written past the triggers: the world
 * holds states that no single step leads to.
 */
export class World {
  readonly rows: WorldRow[] = [];
  readonly #database: pg.Client;
  readonly #known = new Map<string, string>();
  #comings = 0;

  private constructor(database: pg.Client) {
    this.#database = database;
  }

  /** Afterwards the owner of Directus's database, whose client is given, may write past triggers. */
  static async build({ stack, database, admin }: Pick<TestStack, 'stack' | 'database' | 'admin'>): Promise<World> {
    const superuser = await stack.connect('postgres');
    await superuser.query('GRANT SET ON PARAMETER session_replication_role TO directus').finally(() => superuser.end());
    const world = new World(database);
    const inspector = await world.#one<{ id: string }>(`SELECT id FROM directus_users WHERE email = 'inspector@zhudian.example.org'`);
    for (const place of PLACES) {
      world.#know('counties', place, '', COUNTIES[place]);
      world.#know('directus_users', place, '', inspector.id);
      world.#know('directus_files', place, '', await admin.upload(PIXEL, `${place}.png`, 'image/png'));
      for (const link of OWN_FILES) world.#know('directus_files', place, link, await admin.upload(PIXEL, `${place} ${link}.png`, 'image/png'));
      const second = { collection: 'inspectors', id: randomUUID(), place, state: 'second' };
      await world.#insert({ ...second, columns: { county: COUNTIES[place], name: '示例第二员', level: 'county', status: 'active' } });
      world.#know('inspectors', place, 'second', second.id);
    }
    for (const collection of Object.keys(fixtures)) await world.#fill(collection);
    await world.#putInForce();
    return world;
  }

  /** Another row of the same kind, to be changed or deleted; {@link remove} takes it away again. */
  async throwaway(collection: string, place: Place, state: string): Promise<WorldRow> {
    const row = this.#make(collection, place, state, this.#passing());
    await this.#insert(row);
    return row;
  }

  /** What is sent to create a row at a place, with an id of its own. */
  payload(collection: string, place: Place, state: string): { id: string } & Record<string, unknown> {
    return { id: randomUUID(), ...fixtures[collection]?.create?.(this.#means(place, state, this.#passing())) };
  }

  /** A picture that hangs on the rows of a place. */
  file(place: Place): string {
    return this.#of('directus_files', place);
  }

  async exists(collection: string, id: string): Promise<boolean> {
    return (await this.#database.query(`SELECT FROM "${collection}" WHERE id = $1`, [id])).rowCount === 1;
  }

  async remove(collection: string, id: string): Promise<void> {
    await this.#pastTriggers(`DELETE FROM "${collection}" WHERE id = $1`, [id]);
  }

  /** Takes the county's row away where there can be one only; gives back how to restore it. */
  async makeRoom(collection: string, place: Place): Promise<() => Promise<void>> {
    const row = this.rows.find((one) => one.collection === collection && one.place === place);
    if (collection !== 'opening_balances' || !row) return async () => undefined;
    await this.remove(collection, row.id);
    return async () => this.#insert(row);
  }

  async #fill(collection: string): Promise<void> {
    const fixture = fixtures[collection];
    let serial = 0;
    for (const place of fixture?.places ?? []) {
      for (const state of fixture?.states ?? []) {
        const row = this.#make(collection, place, state, serial++);
        if (collection === 'counties') {
          this.rows.push({ ...row, id: COUNTIES[place] });
          continue;
        }
        await this.#insert(row);
        this.rows.push(row);
        this.#know(collection, place, state, row.id);
      }
    }
  }

  /** Today's teams: the inspector's at `mine`, two others at the other places. */
  async #putInForce(): Promise<void> {
    for (const place of PLACES) {
      const team = randomUUID();
      await this.#pastTriggers(`INSERT INTO teams (id, enterprise, valid_from) VALUES ($1, $2, '2025-06-01')`, [
        team,
        this.#of('enterprises', place),
      ]);
      const members =
        place === 'mine'
          ? `SELECT id FROM inspectors WHERE "user" = '${this.#of('directus_users', place)}'`
          : `(SELECT id FROM inspectors WHERE "user" IS NULL AND county = '${COUNTIES[place]}' ORDER BY id LIMIT 2)`;
      await this.#pastTriggers(`INSERT INTO team_members (id, team, inspector) SELECT gen_random_uuid(), $1, id FROM (${members}) AS people`, [team]);
    }
    await this.#database.query('SELECT zhudian_refresh_visibility()');
  }

  #make(collection: string, place: Place, state: string, serial: number): WorldRow {
    const fixture = fixtures[collection];
    if (!fixture) throw new Error(`no fixture for ${collection}`);
    return { collection, id: randomUUID(), place, state, columns: fixture.row(this.#means(place, state, serial)) };
  }

  #means(place: Place, state: string, serial: number): Means {
    return { place, state, serial, of: (collection, wanted = '') => this.#of(collection, place, wanted) };
  }

  /** The days and months after those of the world's own rows, again and again: what uses them goes away. */
  #passing(): number {
    this.#comings += 1;
    return 10 + (this.#comings % 14);
  }

  #know(collection: string, place: Place, state: string, id: string): void {
    this.#known.set(`${collection}/${state}/${place}`, id);
    // Both enterprises of a county hang on the county's one row.
    if (place === 'mine' && !this.#known.has(`${collection}/${state}/neighbour`)) this.#known.set(`${collection}/${state}/neighbour`, id);
  }

  #of(collection: string, place: Place, state = ''): string {
    const id = this.#known.get(`${collection}/${state}/${place}`);
    if (id === undefined) throw new Error(`the world has no ${collection} ${state} at ${place}`);
    return id;
  }

  async #insert({ collection, id, columns }: WorldRow): Promise<void> {
    const row: Record<string, unknown> = { id, ...columns };
    const names = Object.keys(row);
    await this.#pastTriggers(
      `INSERT INTO "${collection}" (${names.map((name) => `"${name}"`).join()}) VALUES (${names.map((_, index) => `$${index + 1}`).join()})`,
      Object.values(row),
    );
  }

  async #pastTriggers(sql: string, values: unknown[]): Promise<void> {
    await this.#database.query(`SET session_replication_role = replica`);
    try {
      await this.#database.query(sql, values);
    } finally {
      await this.#database.query(`SET session_replication_role = origin`);
    }
  }

  async #one<T extends pg.QueryResultRow>(sql: string): Promise<T> {
    const row = (await this.#database.query<T>(sql)).rows[0];
    if (!row) throw new Error(`nothing found: ${sql}`);
    return row;
  }
}
