import { checkBackup } from './checkBackup.ts';
import { checkClock } from './checkClock.ts';
import { checkDatabase } from './checkDatabase.ts';
import { checkDirectus } from './checkDirectus.ts';
import { checkMachine } from './checkMachine.ts';
import { checkMailRoute } from './checkMailRoute.ts';
import { checkN8n } from './checkN8n.ts';
import { checkPorts } from './checkPorts.ts';
import { checkPreview } from './checkPreview.ts';
import type { Finding } from './Finding.ts';
import type { Patient } from './Patient.ts';

const CHECKS: [string, (patient: Patient) => Promise<Finding[]>][] = [
  ['Machine', checkMachine],
  ['Backup', checkBackup],
  ['Ports', checkPorts],
  ['PostgreSQL', checkDatabase],
  ['Clock', checkClock],
  ['Directus', checkDirectus],
  ['n8n', checkN8n],
  ['Mail route', checkMailRoute],
  ['Previews', checkPreview],
];

/** Every check, each to its end: one part that is down does not keep the others from being looked at. */
export async function examine(patient: Patient): Promise<Finding[]> {
  const results = CHECKS.map(async ([check, look]) =>
    look(patient).catch((error: unknown): Finding[] => [
      { check, ok: false, detail: reason(error), remedy: `Is it running? npm start; its log is in ${patient.config.dataDir}/logs.` },
    ]),
  );
  return (await Promise.all(results)).flat();
}

/** fetch hides the reason in `cause`; refused connections to two addresses come as an aggregate without a message. */
function reason(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error.cause instanceof Error) return reason(error.cause);
  return error.message || ('code' in error ? String(error.code) : error.name);
}
