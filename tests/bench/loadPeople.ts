import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { roles } from '../../schema/roles.ts';

/** An inspector with an enterprise of the team, on days of their own: the other one of the pair has the others. */
export interface LoadPerson {
  readonly token: string;
  readonly enterprise: string;
  readonly inspectors: readonly [string, string];
  /** Days nobody has visited on, the latest first. */
  readonly days: string[];
}

/** Makes pairs of inspectors with a login and an enterprise each. */
export async function loadPeople(count: number, database: pg.Client): Promise<LoadPerson[]> {
  const { rows: counties } = await database.query<{ id: string }>('SELECT id FROM counties ORDER BY code');
  const { rows: days } = await database.query<{ day: string }>(
    `SELECT day::date::text FROM generate_series(current_date - 60, current_date - 1, interval '1 day') day ORDER BY day DESC`,
  );
  const people: LoadPerson[] = [];
  for (let pair = 0; pair < count / 2; pair += 1) {
    const county = counties[pair % counties.length]?.id;
    const [enterprise, team] = [randomUUID(), randomUUID()];
    const inspectors = [randomUUID(), randomUUID()] as const;
    const tokens = [randomUUID(), randomUUID()] as const;
    await database.query('BEGIN');
    await database.query(`INSERT INTO enterprises (id, county, name, status, date_created) VALUES ($1, $2, $3, 'active', now())`, [
      enterprise,
      county,
      `测算企业${pair}`,
    ]);
    for (const [number, inspector] of inspectors.entries()) {
      const user = randomUUID();
      await database.query(`INSERT INTO directus_users (id, first_name, email, token, role, status) VALUES ($1, $2, $3, $4, $5, 'active')`, [
        user,
        `测算${pair}-${number}`,
        `load-${pair}-${number}@zhudian.example.org`,
        tokens[number],
        roles.inspector.id,
      ]);
      await database.query(
        `INSERT INTO inspectors (id, name, "user", level, county, status, date_created) VALUES ($1, $2, $3, 'county', $4, 'active', now())`,
        [inspector, `测算${pair}-${number}`, user, county],
      );
    }
    await database.query(`INSERT INTO teams (id, enterprise, valid_from, date_created) VALUES ($1, $2, current_date - 90, now())`, [
      team,
      enterprise,
    ]);
    for (const [number, inspector] of inspectors.entries())
      await database.query('INSERT INTO team_members (id, team, inspector, is_lead) VALUES ($1, $2, $3, $4)', [
        randomUUID(),
        team,
        inspector,
        number === 0,
      ]);
    await database.query('COMMIT');
    for (const [number, token] of tokens.entries())
      people.push({ token, enterprise, inspectors: [...inspectors], days: days.filter((_, day) => day % 2 === number).map(({ day }) => day) });
  }
  return people;
}
