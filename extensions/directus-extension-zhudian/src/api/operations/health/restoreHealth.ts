import type { Runtime } from '../../runtime/Runtime.ts';
import { restoreState } from '../restores/restoreState.ts';
import type { PartHealth } from './Health.ts';

/** Whether mails wait for a person because a backup was restored: a fault until somebody has looked. */
export async function restore({ database }: Runtime): Promise<PartHealth> {
  const state = await restoreState(database);
  if (!state) return { part: 'restore', status: 'ok', message: 'no restored backup waits for a look at its mails' };
  return {
    part: 'restore',
    status: 'error',
    message:
      `a backup of ${state.backup_at.toISOString()} was restored: ${state.held} mail(s) are held, ${state.held_major} of them about major hazards. ` +
      'Ask the recipients; set to "pending" in the mail ledger what never arrived; then run npm run restore -- --release (in containers: scripts/compose/releaseMails.ts)',
    backlog: state.held,
    detail: { backup_at: state.backup_at, restored_at: state.restored_at, held: state.held, held_major: state.held_major },
  };
}
