import type { Knex } from 'knex';

/** The names on a visit; `id` of a person is that of the row of the visit. */
export interface VisitNames {
  readonly enterprise: { readonly id: string; readonly name: string };
  readonly people: readonly { readonly id: string; readonly inspector: string; readonly name: string }[];
  /** Who changed the visit last: an inspector by that name, anybody else by the login's. */
  readonly changed_by: string | null;
}

/** @param visit the key of a visit that exists */
export async function readNames(visit: string, database: Knex): Promise<VisitNames> {
  const { rows } = await database.raw<{ rows: [VisitNames] }>(
    `SELECT json_build_object('id', e.id, 'name', e.name) AS enterprise,
       coalesce((SELECT json_agg(json_build_object('id', p.id, 'inspector', i.id, 'name', i.name) ORDER BY i.name)
         FROM visit_inspectors p JOIN inspectors i ON i.id = p.inspector WHERE p.visit = v.id), '[]') AS people,
       zhudian_person_name(coalesce(v.user_updated, v.user_created)) AS changed_by
     FROM visits v JOIN enterprises e ON e.id = v.enterprise WHERE v.id = :visit`,
    { visit },
  );
  return rows[0];
}
