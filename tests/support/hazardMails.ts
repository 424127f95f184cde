import { expect } from 'vitest';
import type { TakenMail } from './FaultySmtp.ts';
import { majorHazard } from './majorHazard.ts';
import type { TestStack } from './TestStack.ts';
import { waitFor } from './waitFor.ts';

/** What the ledger says of a mail. */
export interface Delivery {
  readonly status: string;
  readonly repeats: number;
  readonly composed_by: string;
  readonly message_id: string;
  readonly error: string | null;
}

/** Major hazards of a stack that are saved, and what becomes of the mail about each. */
export interface HazardMails {
  /** Saves a major hazard as a form does; resolves with its id. */
  readonly save: (change?: Record<string, unknown>) => Promise<string>;
  /** Of the one event a major hazard makes. */
  readonly eventKey: (hazard: string) => Promise<string>;
  readonly delivery: (key: string) => Promise<Delivery | undefined>;
  /** Resolves once the mail is sent. */
  readonly sent: (hazard: string, seconds?: number) => Promise<Delivery>;
  /** Resolves once n8n has finished the event. */
  readonly eventDone: (hazard: string) => Promise<void>;
  /** One Message-ID and the same bytes, however often the relay saw the mail; at least once. */
  readonly mailsOf: (hazard: string) => Promise<TakenMail[]>;
}

export function hazardMails(test: TestStack): HazardMails {
  async function save(change: Record<string, unknown> = {}): Promise<string> {
    const { status, data, errors } = await test.admin.send<{ id: string }>('POST', '/items/hazards', await majorHazard(test.database, change));
    expect(errors).toEqual([]);
    expect(status).toBe(200);
    return data.id;
  }

  async function eventKey(hazard: string): Promise<string> {
    const { rows } = await test.database.query<{ key: string }>(`SELECT key FROM outbox WHERE subject = $1 AND topic = 'hazard.major'`, [hazard]);
    expect(rows).toHaveLength(1);
    return rows[0]?.key ?? '';
  }

  async function delivery(key: string): Promise<Delivery | undefined> {
    const { rows } = await test.database.query<Delivery>('SELECT status, repeats, composed_by, message_id, error FROM deliveries WHERE key = $1', [
      key,
    ]);
    return rows[0];
  }

  async function sent(hazard: string, seconds = 60): Promise<Delivery> {
    const key = await eventKey(hazard);
    return await waitFor(
      `mail ${key} is sent`,
      async () => {
        const found = await delivery(key);
        return found?.status === 'sent' ? found : null;
      },
      seconds,
    );
  }

  async function eventDone(hazard: string): Promise<void> {
    await waitFor(
      `n8n finishes the event of ${hazard}`,
      async () => {
        const { rows } = await test.database.query(`SELECT 1 FROM outbox WHERE subject = $1 AND topic = 'hazard.major' AND done_at IS NOT NULL`, [
          hazard,
        ]);
        return rows.length === 1;
      },
      90,
    );
  }

  async function mailsOf(hazard: string): Promise<TakenMail[]> {
    const mails = test.smtp.of(await eventKey(hazard));
    expect(mails.length).toBeGreaterThan(0);
    expect(new Set(mails.map((mail) => mail.messageId)).size).toBe(1);
    expect(new Set(mails.map((mail) => mail.raw)).size).toBe(1);
    return mails;
  }

  return { save, eventKey, delivery, sent, eventDone, mailsOf };
}
