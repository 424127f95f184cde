import { setTimeout as pause } from 'node:timers/promises';
import type { SendOutcome } from '@zhudian/core/mail/SendOutcome.ts';
import type { Runtime } from '../runtime/Runtime.ts';
import { QUERY_TIMEOUT } from '../runtime/queryTimeout.ts';
import { beginData, claimDeliveries, renewLease, type DeliveryClaim } from './DeliveryClaim.ts';
import { settleDelivery } from './settleDelivery.ts';
import { LostMail, transmit } from './transmit.ts';

const RENEW_EVERY = 3000;
const SETTLE_ATTEMPTS = 60;

/** Sends what the ledger holds, several mails at a time. Any number of instances may run beside each other. */
export class Sender {
  readonly #runtime: Runtime;
  readonly #underWay = new Set<Promise<void>>();
  onFree: () => void = () => undefined;

  constructor(runtime: Runtime) {
    this.#runtime = runtime;
  }

  /** Takes as many mails as there are free places and starts on them, without waiting for them. */
  async round(): Promise<void> {
    const { database, config } = this.#runtime;
    const free = config.ZHUDIAN_MAIL_CONCURRENCY - this.#underWay.size;
    if (free <= 0) return;
    for (const mail of await claimDeliveries(free, database)) {
      const work = this.#send(mail).finally(() => {
        this.#underWay.delete(work);
        this.onFree();
      });
      this.#underWay.add(work);
    }
  }

  /** Resolves when everything under way has come to an end. */
  async drain(): Promise<void> {
    this.onFree = () => undefined;
    await Promise.all(this.#underWay);
  }

  async #send(mail: DeliveryClaim): Promise<void> {
    const { database, logger, config } = this.#runtime;
    const renewing = setInterval(() => void renewLease(mail, database).catch(() => undefined), RENEW_EVERY);
    try {
      const row: { raw: Buffer } | undefined = await database('delivery_messages').timeout(QUERY_TIMEOUT).where({ delivery: mail.id }).first('raw');
      if (!row) throw new Error(`mail ${mail.key} has no message`);
      const outcome = await transmit(row.raw, mail.remaining, () => beginData(mail, database), config);
      if (outcome.kind !== 'accepted') logger.warn(`zhudian mail ${mail.key}, attempt ${mail.attempts}: ${outcome.kind}: ${outcome.error}`);
      await this.#settle(mail, outcome);
    } catch (error) {
      if (error instanceof LostMail) logger.warn(`zhudian mail ${mail.key}: ${error.message}`);
      else logger.error(error, `zhudian mail ${mail.key}: attempt ${mail.attempts} broke off; its lease lapses and it is tried again`);
    } finally {
      clearInterval(renewing);
    }
  }

  /** The relay's answer must not be lost to a database that restarts just now: it would make a repeat. */
  async #settle(mail: DeliveryClaim, outcome: SendOutcome): Promise<void> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        await settleDelivery(mail, outcome, this.#runtime.database);
        return;
      } catch (error) {
        if (attempt >= SETTLE_ATTEMPTS) throw error;
        await pause(500);
      }
    }
  }
}
