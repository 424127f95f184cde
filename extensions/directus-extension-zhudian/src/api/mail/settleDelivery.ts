import type { SendOutcome } from '@zhudian/core/mail/SendOutcome.ts';
import { retryDelay } from '@zhudian/core/mail/retryDelay.ts';
import { settleOutcome } from '@zhudian/core/mail/settleOutcome.ts';
import type { Knex } from 'knex';
import { QUERY_TIMEOUT } from '../runtime/queryTimeout.ts';
import type { DeliveryClaim } from './DeliveryClaim.ts';

/**
 * Writes the outcome of an attempt into the ledger, if this sender still holds the mail. An attempt that surely
 * failed leaves an earlier unknown outcome as it was: the mail may still have been taken then.
 */
export async function settleDelivery(mail: DeliveryClaim, outcome: SendOutcome, database: Knex): Promise<void> {
  const { status, remaining, error, response } = settleOutcome(outcome, mail.remaining, mail);
  const sent = status === 'sent';
  const surelyFailed = outcome.kind === 'deferred' || outcome.kind === 'refused';
  await database('deliveries')
    .where({ id: mail.id, claim: mail.claim, status: 'sending' })
    .update({
      status: surelyFailed && status === 'retry' && mail.unknown_since ? 'unknown' : status,
      remaining: JSON.stringify(remaining),
      error,
      ...(response === null ? {} : { response }),
      claim: null,
      lease_until: null,
      sent_at: sent ? database.fn.now() : null,
      next_attempt_at: sent ? null : database.raw(`now() + ? * interval '1 millisecond'`, [retryDelay(mail.attempts, Math.random())]),
      ...(surelyFailed ? { data_started_at: mail.unknown_since } : {}),
      ...(outcome.kind === 'accepted' && !sent ? { data_started_at: null } : {}),
    })
    .timeout(QUERY_TIMEOUT);
}
