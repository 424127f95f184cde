import { refreshText } from '@zhudian/core/reports/refreshText.ts';
import type { Knex } from 'knex';
import type { Runtime } from '../runtime/Runtime.ts';

const PARTS = ['progress', 'problems', 'practices'] as const;
type Words = Readonly<Record<(typeof PARTS)[number], string>>;
type Draft = Words & { readonly county: string; readonly period: string };
type Begun = Readonly<Record<(typeof PARTS)[number], string | null>> & {
  readonly id: string;
  readonly status: string;
  readonly user_created: string | null;
  readonly user_updated: string | null;
};

/**
 * Puts a draft's words into the report of a county's month. Where it has begun, what nobody has touched since it was drafted is brought up to
 * date, and what a person has written stays; one that was handed in is left alone.
 *
 * @returns the report, and whether it was made just now
 */
export async function draftReport({ county, period, ...words }: Draft, runtime: Runtime): Promise<{ id: string; created: boolean }> {
  const { services, database, getSchema } = runtime;
  const known = async (): Promise<{ id: string } | undefined> => await database('monthly_reports').where({ county, period }).first('id');
  const before = await known();
  if (before) return await refreshed(before.id, { county, period, ...words }, runtime);
  const contact = await database('contacts')
    .where({ county, status: 'active' })
    .orderBy([{ column: 'is_primary', order: 'desc' }, 'date_created', 'id'])
    .first('id');
  const schema = await getSchema();
  try {
    return await database.transaction(async (knex) => {
      const reports = new services.ItemsService('monthly_reports', { schema, knex });
      const id = String(await reports.createOne({ county, period, contact: contact?.id ?? null, ...words }));
      await remember(id, words, knex);
      return { id, created: true };
    });
  } catch (error) {
    // Whoever began it in the same moment has won.
    const other = await known();
    if (other) return { ...other, created: false };
    throw error;
  }
}

async function refreshed(
  id: string,
  { county, period, ...words }: Draft,
  { services, database, getSchema }: Runtime,
): Promise<{ id: string; created: boolean }> {
  const schema = await getSchema();
  await database.transaction(async (knex) => {
    // Whoever is saving the form has to be through with it: their words are read here, and stay.
    const report = await knex('monthly_reports')
      .where({ id })
      .forUpdate()
      .first('id', 'status', 'user_created', 'user_updated', ...PARTS);
    if (!report || !['draft', 'returned'].includes(report.status)) return;
    const drafted = await draftedWords(report, knex);
    const names = (await knex('enterprises').where({ county }).select('name')).map(({ name }) => name);
    const change: Partial<Record<(typeof PARTS)[number], string>> = {};
    for (const part of PARTS) {
      const text = refreshText(report[part], { before: drafted?.[part] ?? null, after: words[part], period, names });
      if (text !== (report[part] ?? '')) change[part] = text;
    }
    if (Object.keys(change).length > 0) await new services.ItemsService('monthly_reports', { schema, knex }).updateOne(id, change);
    await remember(id, words, knex);
  });
  return { id, created: false };
}

/** What was drafted the last time; a report that no person has saved yet is a draft as a whole. */
async function draftedWords(report: Begun, database: Knex): Promise<Partial<Record<string, string | null>> | null> {
  const kept: { words: Words } | undefined = await database('report_drafts').where({ report: report.id }).first('words');
  return kept?.words ?? (report.user_updated === null && report.user_created === null ? report : null);
}

async function remember(report: string, words: Words, database: Knex): Promise<void> {
  await database.raw(
    `INSERT INTO report_drafts (report, words, drafts) VALUES (:report, :words::jsonb, 1)
     ON CONFLICT (report) DO UPDATE SET words = excluded.words, drafts = report_drafts.drafts + 1`,
    { report, words: JSON.stringify(words) },
  );
}
