import type { Audiences, Person } from '@zhudian/core/reminders/Digest.ts';
import type { Knex } from 'knex';
import { z } from 'zod/v4';
import { teamInForceSql } from '../sql/teamInForceSql.ts';

type Row = { readonly audience: 'team' | 'county'; readonly of: string; readonly name: string; readonly email: string };

/** Who may be written to on a day: teams in force, contacts and offices of counties, the city's list. */
export async function gatherAudiences(day: string, city: Audiences['city'], database: Knex): Promise<Audiences> {
  const { rows } = await database.raw<{ rows: Row[] }>(
    `SELECT 'team' AS audience, t.enterprise AS of, i.name, coalesce(nullif(btrim(i.email), ''), u.email) AS email, 0 AS place
     FROM teams t JOIN team_members m ON m.team = t.id JOIN inspectors i ON i.id = m.inspector AND i.status = 'active'
       LEFT JOIN directus_users u ON u.id = i."user" AND u.status = 'active'
     WHERE ${teamInForceSql('t', ':day')}
     UNION ALL
     SELECT 'county', county, name, email, 1 FROM contacts WHERE status = 'active'
     UNION ALL
     SELECT 'county', id, coalesce(nullif(btrim(office), ''), name), email, 2 FROM counties WHERE status = 'active'
     ORDER BY audience, of, place, email`,
    { day },
  );
  const teams: Record<string, Person[]> = {};
  const counties: Record<string, Person[]> = {};
  for (const { audience, of, name, email } of rows) {
    // An address that was typed wrong would keep the whole mail from the ledger.
    if (!z.email().safeParse(email).success) continue;
    const kept = audience === 'team' ? teams : counties;
    (kept[of] ??= []).push({ name, email });
  }
  return { teams, counties, city };
}
