import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { majorHazard } from './majorHazard.ts';

/** A burst of major hazards, straight into the database so that no instance is nearer to them; their ids. */
export async function burst(database: pg.Client, size: number): Promise<string[]> {
  const { enterprise } = await majorHazard(database);
  const ids = Array.from({ length: size }, () => randomUUID());
  await database.query(
    `INSERT INTO hazards (id, enterprise, severity, status, title, description)
     SELECT id, $2, 'major', 'open', '储罐液位计失灵', '罐区储罐液位计指示为零，实际液位偏高' FROM unnest($1::uuid[]) AS id`,
    [ids, enterprise],
  );
  return ids;
}
