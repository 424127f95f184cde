import type { Knex } from 'knex';

/**
 * Remembers what does not change while one transaction lasts, so that a form with fifty rows asks once. Outside a transaction nothing
 * is remembered.
 */
export class PerTransaction<T> {
  readonly #known = new WeakMap<Knex, Map<string, T>>();

  async get(database: Knex, key: string, find: () => Promise<T>): Promise<T> {
    const found = this.#known.get(database)?.get(key);
    if (found !== undefined) return found;
    const value = await find();
    if (value !== undefined) this.set(database, key, value);
    return value;
  }

  set(database: Knex, key: string, value: T): void {
    if (!database.isTransaction) return;
    const known = this.#known.get(database) ?? new Map<string, T>();
    this.#known.set(database, known.set(key, value));
  }
}
