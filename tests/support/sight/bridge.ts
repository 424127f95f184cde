import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { countyId } from '../../../scripts/provision/reference/counties.ts';
import { roles } from '../../../schema/roles.ts';
import type { World } from '../permissions/World.ts';

/**
 * What ties the counties of a world together: an inspector of the city in teams of both, and an officer of the other county who has written
 * rows of both.
 */
export async function bridge(world: World, database: pg.Client): Promise<void> {
  const [person, officer] = [randomUUID(), randomUUID()];
  await database.query('SET session_replication_role = replica');
  await database.query(
    `INSERT INTO directus_users (id, email, first_name, role, county, status) VALUES ($1, 'abroad@zhudian.example.org', '邻县', $2, $3, 'active')`,
    [officer, roles.county.id, countyId('370883')],
  );
  await database.query(`INSERT INTO inspectors (id, name, level, status, user_created) VALUES ($1, '示例市级员', 'city', 'active', $2)`, [
    person,
    officer,
  ]);
  for (const { id } of world.rows.filter(({ collection }) => collection === 'teams'))
    await database.query('INSERT INTO team_members (id, team, inspector, user_created) VALUES (gen_random_uuid(), $1, $2, $3)', [
      id,
      person,
      officer,
    ]);
  for (const { id } of world.rows.filter(({ collection }) => collection === 'visits'))
    await database.query('INSERT INTO visit_inspectors (id, visit, inspector) VALUES (gen_random_uuid(), $1, $2)', [id, person]);
  for (const collection of ['visits', 'hazards', 'task_lists', 'enterprises', 'documents'])
    await database.query(`UPDATE ${collection} SET user_updated = $1`, [officer]);
  await database.query('SET session_replication_role = origin');
  await database.query('SELECT zhudian_refresh_visibility()');
}
