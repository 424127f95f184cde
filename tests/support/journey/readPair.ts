import type { TestStack } from '../TestStack.ts';

interface Member {
  readonly id: string;
  readonly name: string;
  readonly email: string;
}

/** The demo's inspector, their partner, and an enterprise that both serve. */
export interface Pair {
  readonly enterprise: { readonly id: string; readonly name: string };
  readonly own: Member;
  /** Has no log-in before one is given (`giveLogin`). */
  readonly partner: Member;
}

/** Finds a team of the demo's inspector with somebody else in it, at an active enterprise. */
export async function readPair({ database }: TestStack): Promise<Pair> {
  const { rows } = await database.query<Pair>(
    `SELECT json_build_object('id', e.id, 'name', e.name) AS enterprise,
       json_build_object('id', own.id, 'name', own.name, 'email', own.email) AS own,
       json_build_object('id', other.id, 'name', other.name, 'email', other.email) AS partner
     FROM directus_users u JOIN inspectors own ON own."user" = u.id JOIN team_members m ON m.inspector = own.id
       JOIN teams t ON t.id = m.team AND t.valid_from <= zhudian_today() AND (t.valid_to IS NULL OR t.valid_to > zhudian_today() + 60)
       JOIN enterprises e ON e.id = t.enterprise AND e.status = 'active'
       JOIN team_members n ON n.team = t.id AND n.inspector <> own.id JOIN inspectors other ON other.id = n.inspector AND other.status = 'active'
     WHERE u.email = 'inspector@zhudian.example.org' AND (SELECT count(*) FROM enterprises x WHERE x.name = e.name) = 1 ORDER BY e.name, other.name LIMIT 1`,
  );
  if (!rows[0]) throw new Error('the demo has no team of two with its inspector');
  return rows[0];
}
