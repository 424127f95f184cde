import type pg from 'pg';
import { folders } from '../../../schema/folders.ts';
import { drawSignature } from '../drawSignature.ts';
import { insertRows, type Row } from '../insertRows.ts';
import { storeFile } from '../reference/storeFile.ts';
import type { DemoData } from './DemoData.ts';
import { DEMO_INSPECTOR_LOGIN } from './inspectors.ts';
import { seedId } from '../seedId.ts';

/** Writes the demo, unless it is there already (from an earlier day: its days would not fit). Answers how many rows are new. */
export async function storeDemo(client: pg.ClientBase, demo: DemoData, uploads: string): Promise<number> {
  const { rows } = await client.query('select from enterprises where id = any($1::uuid[]) limit 1', [demo.enterprises.map((row) => row.id)]);
  let made = 0;
  if (rows.length === 0) {
    const { signatures, ...tables } = demo;
    for (const [number, { id }] of signatures.entries())
      await storeFile(client, uploads, { id, source: drawSignature(number), filename: '签字.png', type: 'image/png', folder: folders.photos });
    // The triggers would date the history of each hazard to this moment; it has one of its own.
    await client.query('alter table hazards disable trigger user');
    for (const [table, list] of Object.entries(tables as Record<string, readonly Row[]>)) made += await insertRows(client, table, list);
    // Whether each hazard's item is there is asked now: PostgreSQL changes no table whose deferred questions are still open.
    await client.query('set constraints all immediate');
    await client.query('alter table hazards enable trigger user');
    await client.query('select zhudian_rebuild_statistics()');
  }
  return made + (await linkLogin(client));
}

/** The login of the demo's inspector and his own records, once the login exists. */
async function linkLogin(client: pg.ClientBase): Promise<number> {
  const inspector = seedId('demo', 'inspector', '370811-0');
  const linked = await client.query(
    `update inspectors set "user" = u.id from directus_users u where u.email = $1 and inspectors.id = $2 and inspectors."user" is null
       and not exists (select from inspectors other where other."user" = u.id)`,
    [DEMO_INSPECTOR_LOGIN, inspector],
  );
  if (linked.rowCount === 0) return 0;
  await client.query(
    `update visits set user_created = i."user" from inspectors i, visit_inspectors p
     where i.id = $1 and p.inspector = i.id and p.visit = visits.id and visits.user_created is null`,
    [inspector],
  );
  return 1;
}
