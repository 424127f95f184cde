import type pg from 'pg';

/**
 * What a database is made of, as lines that can be compared: columns, constraints, indexes, triggers, functions. Lists of texts are
 * written in one way: PostgreSQL casts their members, and no more the list, once a dump was loaded.
 */
export async function readCatalog(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ line: string }>(
    `SELECT format('column %s.%s %s %s', c.relname, a.attname, format_type(a.atttypid, a.atttypmod), CASE WHEN a.attnotnull THEN 'not null' ELSE '' END) AS line
       FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
       WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'v') AND a.attnum > 0 AND NOT a.attisdropped
     UNION ALL SELECT format('constraint %s %s', conrelid::regclass, pg_get_constraintdef(oid)) FROM pg_constraint
       WHERE connamespace = 'public'::regnamespace AND contype <> 'n'
     UNION ALL SELECT format('index %s', regexp_replace(indexdef, ' INDEX \\S+ ON', ' INDEX ON')) FROM pg_indexes WHERE schemaname = 'public'
     UNION ALL SELECT format('trigger %s', pg_get_triggerdef(oid)) FROM pg_trigger WHERE NOT tgisinternal
     UNION ALL SELECT format('function %s(%s) %s', proname, pg_get_function_identity_arguments(p.oid), md5(prosrc)) FROM pg_proc p
       WHERE pronamespace = 'public'::regnamespace AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e')`,
  );
  return rows
    .map(({ line }) => line.replace(/\(('[^']*'::character varying)\)::text/g, '$1').replace(/\((ARRAY\[[^\]]*\])\)::text\[\]/g, '$1'))
    .sort();
}
