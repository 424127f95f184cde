import type { Knex } from 'knex';
import type { DocumentSubject } from '../DocumentSubject.ts';
import { HANDED_IN } from '@zhudian/core/visits/isHandedIn.ts';

/** The visits of a batch that have no part yet, in the order of the list, and how many it has in all. */
export async function batchVisits(
  document: string,
  { period, county, enterprise }: DocumentSubject,
  database: Knex,
): Promise<{ readonly total: number; readonly left: readonly string[] }> {
  const rows = await database('visits as v')
    .join('counties as c', 'c.id', 'v.county')
    .join('enterprises as e', 'e.id', 'v.enterprise')
    .whereRaw("v.visited_on >= to_date(?, 'YYYY-MM') AND v.visited_on < to_date(?, 'YYYY-MM') + interval '1 month'", [period, period])
    .whereIn('v.status', HANDED_IN)
    .where((own) => {
      if (county) void own.where('v.county', county);
      if (enterprise) void own.where('v.enterprise', enterprise);
    })
    .orderBy(['c.sort', 'c.name', 'e.name', 'v.visited_on', 'v.id'])
    .select<{ id: string; made: boolean }[]>(
      'v.id',
      database.raw('EXISTS (SELECT FROM document_parts p WHERE p.document = ? AND p.visit = v.id) AS made', [document]),
    );
  return { total: rows.length, left: rows.filter(({ made }) => !made).map(({ id }) => id) };
}
