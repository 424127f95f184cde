import type { Runtime } from '../Runtime.ts';

interface Draft {
  readonly county: string;
  readonly period: string;
  readonly progress: string;
  readonly problems: string;
  readonly practices: string;
}

/**
 * Puts a draft's words into the report of a county's month, where nobody has begun it. What a person has written is never touched.
 *
 * @returns the report, and whether it was made just now
 */
export async function draftReport(
  { county, period, ...words }: Draft,
  { services, database, getSchema }: Runtime,
): Promise<{ id: string; created: boolean }> {
  const known = async (): Promise<{ id: string } | undefined> =>
    await database('monthly_reports').where({ county, period }).first<{ id: string } | undefined>('id');
  const before = await known();
  if (before) return { ...before, created: false };
  const reports = new services.ItemsService('monthly_reports', { schema: await getSchema(), knex: database });
  const contact: { id: string } | undefined = await database('contacts')
    .where({ county, status: 'active' })
    .orderBy([{ column: 'is_primary', order: 'desc' }, 'date_created', 'id'])
    .first('id');
  try {
    const id = await reports.createOne({ county, period, contact: contact?.id ?? null, ...words });
    return { id: String(id), created: true };
  } catch (error) {
    // Whoever began it in the same moment has won.
    const other = await known();
    if (other) return { ...other, created: false };
    throw error;
  }
}
