import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { OFFICE_FILES } from '@zhudian/core/documents/Office.ts';
import { planRoster, type RosterPlan } from '@zhudian/core/roster/planRoster.ts';
import { readRoster } from '@zhudian/core/roster/readRoster.ts';
import type { Accountability, SchemaOverview } from '@directus/types';
import type { Runtime } from '../runtime/Runtime.ts';
import { knownRoster } from './knownRoster.ts';
import { readSheet } from './readSheet.ts';
import { RosterFaultsError, RosterFileError } from './RosterFileError.ts';
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

interface Counts {
  readonly enterprises: number;
  readonly inspectors: number;
  readonly teams: number;
}

/** The answer of an import, dry or not: what design section 6 says, and the changes of each row. */
export interface ImportAnswer {
  readonly dry_run: boolean;
  readonly created: Counts;
  readonly changed: Counts;
  readonly unchanged: Counts;
  readonly rows: RosterPlan['rows'];
  /** The kept file; null for a dry run. */
  readonly file: string | null;
}

/**
 * Reads a roster, and either tells what it would do or does it whole. Its rows carry who imported them and the file is kept; Directus's own
 * revisions have no entry for them.
 */
export async function importRoster(bytes: Buffer, filename: string, dryRun: boolean, importer: Importer, runtime: Runtime): Promise<ImportAnswer> {
  const reading = readRoster(await readSheet(bytes, filename));
  if ('fault' in reading) throw new RosterFileError({ message: reading.fault });
  if (reading.rows.length === 0) throw new RosterFileError({ message: '表头下面没有企业；请在模板中逐行填写后再导入' });
  const context = { county: importer.county, allowed: importer.allowed, newId: randomUUID };
  if (dryRun) return answer(planRoster(reading.rows, await knownRoster(runtime.database, importer.allowed), context), null);

  const plan = await runtime.database.transaction(async (trx) => {
    // One import after the other: the second sees what the first has written.
    await trx.raw(`SELECT pg_advisory_xact_lock(hashtext('zhudian.roster'))`);
    const planned = planRoster(reading.rows, await knownRoster(trx, importer.allowed), context);
    const faulty = planned.rows.filter(({ outcome }) => outcome === 'fault');
    if (faulty.length > 0) throw new RosterFaultsError({ faults: faulty.length, rows: faulty });
    await writePlan(planned, importer.accountability.user, trx);
    return planned;
  });
  return answer(plan, await keepFile(bytes, filename, importer, runtime));
}

function answer(plan: RosterPlan, file: string | null): ImportAnswer {
  const replaced = plan.newTeams.filter(({ replaces }) => replaces !== null).length;
  return {
    dry_run: file === null,
    created: { enterprises: plan.newEnterprises.length, inspectors: plan.newInspectors.length, teams: plan.newTeams.length - replaced },
    changed: { enterprises: plan.changedEnterprises.length, inspectors: plan.changedInspectors.length, teams: replaced },
    unchanged: plan.kept,
    rows: plan.rows,
    file,
  };
}

/** The file as it was sent, so that anybody can see later what was imported. */
async function keepFile(bytes: Buffer, filename: string, { accountability, schema }: Importer, { services, database }: Runtime): Promise<string> {
  const files = new services.FilesService({ schema, knex: database, accountability });
  // By its bytes, as it was read: a workbook that is called .csv opens nowhere.
  const isWorkbook = bytes.subarray(0, 2).toString('latin1') === 'PK';
  const type = isWorkbook ? OFFICE_FILES.Excel.mime : 'text/csv';
  const ending = isWorkbook ? '.xlsx' : '.csv';
  const named = `${filename.slice(-120).replace(/\.[^.]*$/, '') || '名单'}${ending}`;
  return (await files.uploadOne(Readable.from(bytes), { storage: 'local', filename_download: named, title: `名单导入 ${named}`, type })) as string;
}
