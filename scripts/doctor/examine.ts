import { reasonOf } from '../../extensions/host/src/reasonOf.ts';
import { checkAlerts } from './checkAlerts.ts';
import { checkBackup } from './checkBackup.ts';
import { checkClock } from './checkClock.ts';
import { checkDatabase } from './checkDatabase.ts';
import { checkDirectus } from './checkDirectus.ts';
import { checkMachine } from './checkMachine.ts';
import { checkMailRoute } from './checkMailRoute.ts';
import { checkN8n } from './checkN8n.ts';
import { checkPorts } from './checkPorts.ts';
import { checkPreview } from './checkPreview.ts';
import { checkPublicAddress } from './checkPublicAddress.ts';
import { checkTimeSource } from './checkTimeSource.ts';
import type { Finding } from './Finding.ts';
import type { Patient } from './Patient.ts';

/** One look, under the name it goes by when it comes to nothing. */
export type Check = readonly [string, (patient: Patient) => Promise<Finding[]>];

const CHECKS: readonly Check[] = [
  ['Machine', checkMachine],
  ['Time', checkTimeSource],
  ['Backup', checkBackup],
  ['Ports', checkPorts],
  ['PostgreSQL', checkDatabase],
  ['Clock', checkClock],
  ['Directus', checkDirectus],
  ['n8n', checkN8n],
  ['Public address', checkPublicAddress],
  ['Mail route', checkMailRoute],
  ['Alerts', checkAlerts],
  ['Previews', checkPreview],
];

/**
 * Every check, each to its end: one part that is down does not keep the others from being looked at.
 *
 * @param remedy what to do about a check that came to nothing
 */
export async function examine(
  patient: Patient,
  checks: readonly Check[] = CHECKS,
  remedy = `Is it running? npm start; its log is in ${patient.config.dataDir}/logs.`,
): Promise<Finding[]> {
  const results = checks.map(async ([check, look]) =>
    look(patient).catch((error: unknown): Finding[] => [{ check, ok: false, detail: reasonOf(error), remedy }]),
  );
  return (await Promise.all(results)).flat();
}
