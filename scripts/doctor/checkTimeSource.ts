import { execa } from 'execa';
import type { Finding } from './Finding.ts';

const check = 'Time';

/** Whether something keeps the clock of this machine right: deadlines, reminders and confirmations go by it. */
export async function checkTimeSource(): Promise<Finding[]> {
  const { stdout, exitCode } = await execa('timedatectl', ['show', '--property=NTPSynchronized', '--value'], { reject: false, timeout: 5_000 });
  return timeFindings(exitCode === 0 ? stdout.trim() : undefined);
}

/** @param synchronised as systemd tells it; undefined where there is no systemd, and nothing to be said */
export function timeFindings(synchronised: string | undefined): Finding[] {
  if (synchronised === 'yes') return [{ check, ok: true, detail: 'kept right over the network' }];
  if (synchronised !== 'no') return [];
  const remedy = 'Turn on timedatectl set-ntp true, or chrony with the time server of your network: deadlines and reminders go by this clock.';
  return [{ check, ok: true, detail: 'nothing keeps the clock of this machine right', remedy }];
}
