import type { Knex } from 'knex';
import { retryDelay } from '@zhudian/core/mail/retryDelay.ts';
import { ClaimLostError, NoMailError } from '../errors/errors.ts';
import { LEASE_SECONDS } from './OutboxEvent.ts';

/** What people must hear of: closed only once a mail under the event's own key is in the ledger, whatever n8n says of its run. */
const MAILED = ['hazard.major', 'hazard.unacknowledged'];

const NO_MAIL =
  '运行成功，但没有登记以本事件编号为 Key 的邮件，重大隐患未报出；系统会自行发出。请检查 n8n 流程：“发送正式邮件”节点是否停用、断开，Key 是否被改动';

/**
 * Closes an event whose work is done. Only the holder of the claim in force may; anyone else gets `ClaimLostError`. One that needs a mail
 * and has none is given back, so that the watchdog and the alarm see it: a workflow without its mail node succeeds as well.
 */
export async function finishEvent(seq: string, claim: string, database: Knex): Promise<void> {
  const done = await database('outbox')
    .where({ seq, claim })
    .whereNull('done_at')
    .where((mailed) => void mailed.whereNotIn('topic', MAILED).orWhereRaw('EXISTS (SELECT FROM deliveries d WHERE d.key = outbox.key)'))
    .update({ done_at: database.fn.now(), error: null });
  if (done === 1) return;
  await returnEvent(seq, claim, NO_MAIL, database);
  throw new NoMailError({ seq, reason: NO_MAIL });
}

/** Gives an event back after a failure; it is open again after a growing pause. */
export async function returnEvent(seq: string, claim: string, error: string, database: Knex): Promise<Date> {
  const [event] = await database('outbox').where({ seq, claim }).whereNull('done_at').select<{ attempts: number }[]>('attempts');
  if (!event) throw new ClaimLostError({ seq });
  const [row] = await database('outbox')
    .where({ seq, claim })
    .update({
      claim: null,
      claimed_by: null,
      lease_until: null,
      error: error.slice(0, 5000),
      available_at: database.raw(`now() + ? * interval '1 millisecond'`, [retryDelay(event.attempts, Math.random())]),
    })
    .returning<{ available_at: Date }[]>('available_at');
  if (!row) throw new ClaimLostError({ seq });
  return row.available_at;
}

/** Holds on to an event whose work takes longer than a lease. */
export async function extendEvent(seq: string, claim: string, database: Knex): Promise<Date> {
  const [row] = await database('outbox')
    .where({ seq, claim })
    .whereNull('done_at')
    .update({ lease_until: database.raw('now() + make_interval(secs => ?)', [LEASE_SECONDS]) })
    .returning<{ lease_until: Date }[]>('lease_until');
  if (!row) throw new ClaimLostError({ seq });
  return row.lease_until;
}
