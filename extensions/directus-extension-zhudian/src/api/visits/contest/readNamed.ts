import type { Knex } from 'knex';
import type { Contest } from './Contest.ts';

/** A visit in which somebody is named, as they see it to say whether they were there. */
export interface NamedVisit extends Contest {
  readonly id: string;
  readonly visited_on: string;
  readonly status: string;
  readonly enterprise: string;
  /** Who handed it in; null where nobody knows. */
  readonly handed_in_by: string | null;
  readonly signed: boolean;
}

const MOST = 12;

/**
 * The visits in which a login's person is named and that are no drafts, the latest first. The enterprise's name is told also to whoever is not of its
 * team any more.
 *
 * @param visit only this one; null for the last dozen
 */
export async function readNamed(user: string, visit: string | null, database: Knex): Promise<NamedVisit[]> {
  const { rows } = await database.raw<{ rows: NamedVisit[] }>(
    `SELECT v.id, v.visited_on::text, v.status, e.name AS enterprise, p.signature IS NOT NULL AS signed, p.contested_at, p.contested_reason,
       (SELECT CASE WHEN h.actor IS NOT NULL OR h.actor_name <> '系统' THEN h.actor_name END FROM visit_events h WHERE h.visit = v.id AND h."to" = 'submitted' AND h."from" IS DISTINCT FROM 'submitted' ORDER BY h.at DESC LIMIT 1) AS handed_in_by
     FROM visit_inspectors p JOIN inspectors i ON i.id = p.inspector JOIN visits v ON v.id = p.visit JOIN enterprises e ON e.id = v.enterprise
     WHERE i."user" = :user AND v.status <> 'draft' AND (:visit::uuid IS NULL OR v.id = :visit::uuid) ORDER BY v.visited_on DESC, v.id LIMIT :most`,
    { user, visit, most: MOST },
  );
  return rows;
}
