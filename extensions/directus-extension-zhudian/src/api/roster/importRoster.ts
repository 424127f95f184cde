import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { OFFICE_FILES } from '@zhudian/core/documents/Office.ts';
import { planRoster, type RosterContext, type RosterPlan } from '@zhudian/core/roster/planRoster.ts';
import { readRoster, type RosterContents } from '@zhudian/core/roster/readRoster.ts';
import type { Accountability, SchemaOverview } from '@directus/types';
import type { Runtime } from '../runtime/Runtime.ts';
import { countsOf, type ImportCounts } from './countsOf.ts';
import { knownRoster } from './knownRoster.ts';
import { readSheets } from './files/readSheets.ts';
import { RosterFaultsError, RosterFileError } from './RosterFileError.ts';
import { tellImported } from './tellImported.ts';
import { writePlan } from './writePlan.ts';

/** Who imports, and for whom. */
export interface Importer {
  readonly accountability: Accountability;
  readonly schema: SchemaOverview;
  /** The counties they may write for; null for all. */
  readonly allowed: readonly string[] | null;
  /** The county of rows that name none. */
  readonly county: string | null;
}

/** A roster as it was sent: with answers to the questions of a trial run of the same file, by their ids. */
export interface SentRoster {
  readonly bytes: Buffer;
  readonly filename: string;
  readonly answers: ReadonlyMap<string, string>;
}

/**
 * The answer of an import, dry or not: counts and rows; what was passed over (`notes`), what is unclear (`questions`), what was not read
 * (`unread`), what became of each row of each sheet (`accounting`), and the enterprises in service that the file does not name (`absent`).
 */
export interface ImportAnswer
  extends ImportCounts, Pick<RosterContents, 'notes' | 'questions' | 'unread' | 'accounting'>, Pick<RosterPlan, 'absent'> {
  readonly dry_run: boolean;
  readonly rows: RosterPlan['rows'];
  /** The kept file; null for a dry run. */
  readonly file: string | null;
}

/**
 * Reads a roster, and either tells what it would do or does it whole. Its rows carry who imported them and the file is kept; Directus's own
 * revisions have no entry for them.
 */
export async function importRoster(sent: SentRoster, dryRun: boolean, importer: Importer, runtime: Runtime): Promise<ImportAnswer> {
  const reading = readRoster(await readSheets(sent.bytes, sent.filename), sent.answers);
  if ('fault' in reading) throw new RosterFileError({ message: reading.fault });
  if (reading.rows.length === 0 && reading.accounting.every(({ unclear }) => unclear === 0))
    throw new RosterFileError({ message: '表头下面没有企业；请在模板中逐行填写后再导入' });
  const context = { county: importer.county, allowed: importer.allowed, level: reading.level, newId: randomUUID };
  if (dryRun) return answer(reading, planRoster(reading.rows, await knownRoster(runtime.database, importer.allowed), context), null);
  const plan = await write(reading, context, sent.filename, importer, runtime);
  return answer(reading, plan, await keepFile(sent, importer, runtime));
}

/** Writes all of a roster, unless something in it is wrong, or open. */
async function write(
  reading: RosterContents,
  context: RosterContext,
  filename: string,
  importer: Importer,
  { database }: Runtime,
): Promise<RosterPlan> {
  return await database.transaction(async (trx) => {
    // One import after the other: the second sees what the first has written.
    await trx.raw(`SELECT pg_advisory_xact_lock(hashtext('zhudian.roster'))`);
    const planned = planRoster(reading.rows, await knownRoster(trx, importer.allowed), context);
    const rows = planned.rows.filter(({ outcome }) => outcome === 'fault');
    const questions = reading.questions.filter((question) => question.required && question.answer === null);
    if (rows.length > 0 || questions.length > 0) throw new RosterFaultsError({ faults: rows.length, rows, questions });
    await writePlan(planned, importer.accountability.user, trx);
    await tellImported(planned, filename, trx);
    return planned;
  });
}

function answer({ notes, questions, unread, accounting }: RosterContents, plan: RosterPlan, file: string | null): ImportAnswer {
  return {
    dry_run: file === null,
    ...countsOf(plan),
    rows: plan.rows,
    ...{ notes, questions, unread, accounting, absent: plan.absent },
    file,
  };
}

/** The file as it was sent, so that anybody can see later what was imported. */
async function keepFile({ bytes, filename }: SentRoster, { accountability, schema }: Importer, { services, database }: Runtime): Promise<string> {
  const files = new services.FilesService({ schema, knex: database, accountability });
  // By its bytes, as it was read: a workbook that is called .csv opens nowhere.
  const isWorkbook = bytes.subarray(0, 2).toString('latin1') === 'PK';
  const type = isWorkbook ? OFFICE_FILES.Excel.mime : 'text/csv';
  const ending = isWorkbook ? '.xlsx' : '.csv';
  const named = `${filename.slice(-120).replace(/\.[^.]*$/, '') || '名单'}${ending}`;
  return (await files.uploadOne(Readable.from(bytes), { storage: 'local', filename_download: named, title: `名单导入 ${named}`, type })) as string;
}
