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
import { checkNames, machineTexts } from '../texts/doctorTexts.ts';

/** One look, under the name it goes by when it comes to nothing. */
export type Check = readonly [() => string, (patient: Patient) => Promise<Finding[]>];

const CHECKS: readonly Check[] = [
  [checkNames.machine, checkMachine],
  [checkNames.time, checkTimeSource],
  [checkNames.backup, checkBackup],
  [checkNames.ports, checkPorts],
  [checkNames.postgres, checkDatabase],
  [checkNames.clock, checkClock],
  [checkNames.directus, checkDirectus],
  [checkNames.n8n, checkN8n],
  [checkNames.publicAddress, checkPublicAddress],
  [checkNames.mailRoute, checkMailRoute],
  [checkNames.alerts, checkAlerts],
  [checkNames.previews, checkPreview],
];

/**
 * Every check, each to its end: one part that is down does not keep the others from being looked at.
 *
 * @param remedy what to do about a check that came to nothing
 */
export async function examine(
  patient: Patient,
  checks: readonly Check[] = CHECKS,
  remedy = machineTexts.failed(patient.config.dataDir),
): Promise<Finding[]> {
  const results = checks.map(async ([check, look]) =>
    look(patient).catch((error: unknown): Finding[] => [{ check: check(), ok: false, detail: reasonOf(error), remedy }]),
  );
  return (await Promise.all(results)).flat();
}
