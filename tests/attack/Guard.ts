import type pg from 'pg';
import type { Place } from '../support/permissions/Place.ts';
import type { World } from '../support/permissions/World.ts';
import type { Attacker } from './Asked.ts';

/** What an attacker may change among the rows of the world; where nothing is named they may change none. */
const OWN: Readonly<Record<Attacker, readonly Place[]>> = {
  county: ['mine', 'neighbour'],
  inspector: ['mine'],
  auditor: [],
  // Its rights are rows of every county: states and files of documents, drafts of reports.
  automation: ['mine', 'neighbour', 'abroad'],
  stranger: [],
};

/** What nobody but the administrator writes, without what Directus itself notes about whoever comes by. */
const SYSTEM = {
  directus_access: '*',
  directus_collections: '*',
  directus_fields: '*',
  directus_flows: '*',
  directus_folders: '*',
  directus_operations: '*',
  directus_permissions: '*',
  directus_policies: '*',
  directus_relations: '*',
  directus_roles: '*',
  directus_settings: 'id, project_name, default_language, public_registration, storage_asset_transform, custom_css, auth_password_policy',
  directus_translations: '*',
  directus_users: 'id, email, status, role, county, token, provider',
} as const;

/** Watches what an attacker has no business writing. */
export class Guard {
  readonly #database: pg.Client;
  readonly #rows: World['rows'];
  #before = new Map<string, string>();

  constructor(world: Pick<World, 'rows'>, database: pg.Client) {
    this.#rows = world.rows;
    this.#database = database;
  }

  /** Notes what is there before a request. */
  async look(attacker: Attacker): Promise<void> {
    this.#before = await this.#digests(attacker);
  }

  /** The tables in which something was changed since. */
  async changed(attacker: Attacker): Promise<string[]> {
    const after = await this.#digests(attacker);
    return [...after].filter(([table, digest]) => this.#before.get(table) !== digest).map(([table]) => table);
  }

  async #digests(attacker: Attacker): Promise<Map<string, string>> {
    const kept = this.#rows.filter(({ place }) => !OWN[attacker].includes(place));
    const asked = [
      ...[...Map.groupBy(kept, ({ collection }) => collection)].map(([table, rows]) =>
        digestSql(
          table,
          '*',
          rows.map(({ id }) => id),
        ),
      ),
      ...Object.entries(SYSTEM).map(([table, columns]) => digestSql(table, columns, null)),
    ];
    const { rows } = await this.#database.query<{ name: string; digest: string }>(asked.join(' UNION ALL '));
    return new Map(rows.map(({ name, digest }) => [name, digest]));
  }
}

const digestSql = (table: string, columns: string, ids: readonly string[] | null): string =>
  `SELECT '${table}' AS name, md5(coalesce(string_agg(t::text, '|' ORDER BY t::text), '')) AS digest FROM (SELECT ${columns} FROM "${table}"${
    ids ? ` WHERE id::text IN (${ids.map((id) => `'${id}'`).join(', ')})` : ''
  }) t`;
