import { execa } from 'execa';
import type { Finding } from './Finding.ts';
import { checkNames, machineTexts } from '../texts/doctorTexts.ts';

/** Whether something keeps the clock of this machine right: deadlines, reminders and confirmations go by it. */
export async function checkTimeSource(): Promise<Finding[]> {
  const { stdout, exitCode } = await execa('timedatectl', ['show', '--property=NTPSynchronized', '--value'], { reject: false, timeout: 5_000 });
  return timeFindings(exitCode === 0 ? stdout.trim() : undefined);
}

/** @param synchronised as systemd tells it; undefined where there is no systemd, and nothing to be said */
export function timeFindings(synchronised: string | undefined): Finding[] {
  const check = checkNames.time();
  if (synchronised === 'yes') return [{ check, ok: true, detail: machineTexts.timeKept() }];
  if (synchronised !== 'no') return [];
  return [{ check, ok: true, detail: machineTexts.timeNotKept(), remedy: machineTexts.timeRemedy() }];
}
