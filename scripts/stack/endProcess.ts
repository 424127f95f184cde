import { setTimeout as sleep } from 'node:timers/promises';
import { processIdentity } from './processIdentity.ts';

/**
 * Ends a process with its whole group, politely first. Parts are started as leaders of a group of their own, so that
 * n8n's task runner goes with n8n. Does nothing when the number now belongs to another process.
 */
export async function endProcess(pid: number, identity: string, signal: NodeJS.Signals, patience: number): Promise<void> {
  const alive = () => processIdentity(pid) === identity;
  if (!alive()) return;
  sendSignal(pid, signal);
  for (const end = Date.now() + patience; alive() && Date.now() < end;) await sleep(50);
  if (alive()) sendSignal(pid, 'SIGKILL');
  for (const end = Date.now() + 5_000; alive() && Date.now() < end;) await sleep(20);
}

function sendSignal(pid: number, signal: NodeJS.Signals): void {
  for (const target of process.platform === 'win32' ? [pid] : [-pid, pid]) {
    try {
      process.kill(target, signal);
      return;
    } catch {
      // No such group or process any more: the caller looks whether it still runs.
    }
  }
}
