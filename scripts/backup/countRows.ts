import type pg from 'pg';

const TABLES = [
  'enterprises',
  'inspectors',
  'visits',
  'visit_items',
  'hazards',
  'monthly_reports',
  'documents',
  'deliveries',
  'outbox',
  'directus_files',
  'directus_users',
];

/** How much there is, for people to look at. */
export async function countRows(directus: pg.Client): Promise<Record<string, number>> {
  const { rows } = await directus.query<{ name: string; count: number }>(
    TABLES.map((name) => `SELECT '${name}' AS name, count(*)::int AS count FROM ${name}`).join(' UNION ALL '),
  );
  return Object.fromEntries(rows.map(({ name, count }) => [name, count]));
}
