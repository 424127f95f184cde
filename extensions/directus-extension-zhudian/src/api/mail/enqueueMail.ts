import { createHash, randomUUID } from 'node:crypto';
import { withoutTokens } from '@zhudian/core/acknowledgement/confirmationLink.ts';
import type { MailRequest } from '@zhudian/core/mail/MailRequest.ts';
import { splitMail, type MailPart } from '@zhudian/core/mail/splitMail.ts';
import type { Knex } from 'knex';
import { linkSigner } from './linkSigner.ts';
import type { Runtime } from '../runtime/Runtime.ts';
import { composeMessage } from './composeMessage.ts';
import { messageId } from './messageId.ts';
import type { Row } from '../runtime/Row.ts';

/** A mail in the ledger; `created` is false when it was there already under the same key. */
export interface EnqueuedMail {
  readonly id: string;
  readonly key: string;
  readonly status: Row<'deliveries'>['status'];
  readonly message_id: string;
  readonly created: boolean;
}

/**
 * Puts a mail into the ledger, with its bytes, in one transaction: a row for each of its messages (see `splitMail`). The key decides: whoever
 * comes second finds the mail of whoever came first and changes nothing. A mail of reminders that somebody was told already is that earlier
 * mail: the ones that are new in it are still due, and come with the next.
 */
export async function enqueueMail(mail: MailRequest, composedBy: 'n8n' | 'watchdog', runtime: Runtime): Promise<EnqueuedMail> {
  const { database } = runtime;
  const before = (await findMail(mail.key, runtime)) ?? (await findReminded(mail, runtime));
  if (before) return before;

  const sign = await linkSigner(runtime);
  const created = await database.transaction(async (trx): Promise<EnqueuedMail | null> => {
    let first: EnqueuedMail | null = null;
    // One after the other: each may carry 20 MiB.
    for (const part of splitMail(mail, sign)) {
      const { row, raw } = await ledgerRow(part, composedBy, runtime);
      const inserted = await trx('deliveries')
        .insert({ ...row, next_attempt_at: trx.fn.now(), date_created: trx.fn.now() })
        .onConflict('key')
        .ignore()
        .returning('id');
      if (inserted.length === 0) return null;
      await trx('delivery_messages').insert({ delivery: row.id, raw });
      first ??= { id: row.id, key: row.key, status: row.status, message_id: row.message_id, created: true };
    }
    if (first) await noteReminders(first.id, mail, trx);
    return first;
  });
  if (created) return created;
  const other = await findMail(mail.key, runtime);
  if (!other) throw new Error(`mail ${mail.key} was refused as a second one, but the first is not there`);
  return other;
}

type LedgerRow = Partial<Row<'deliveries'>> & Omit<EnqueuedMail, 'created'>;

/** A message as the ledger keeps it: its bytes apart, its words without the links that work. */
async function ledgerRow(part: MailPart, composedBy: 'n8n' | 'watchdog', { config }: Runtime): Promise<{ row: LedgerRow; raw: Buffer }> {
  const { mail } = part;
  const message_id = messageId(mail.key, config.ZHUDIAN_MAIL_FROM);
  const raw = await composeMessage(part, { from: config.ZHUDIAN_MAIL_FROM, messageId: message_id, date: new Date() });
  const recipients = [...new Set([...mail.to, ...mail.cc].map((address) => address.toLowerCase()))];
  const row: LedgerRow = {
    id: randomUUID(),
    key: mail.key,
    kind: mail.kind,
    hazard: mail.hazard ?? null,
    to: JSON.stringify(mail.to),
    cc: JSON.stringify(mail.cc),
    subject: mail.subject,
    body: withoutTokens(mail.html),
    body_text: mail.text ? withoutTokens(mail.text) : null,
    attachments: JSON.stringify(mail.attachments.map(describeAttachment)),
    status: 'pending',
    attempts: 0,
    repeats: 0,
    remaining: JSON.stringify(recipients),
    message_id,
    composed_by: composedBy,
  };
  return { row, raw };
}

async function findMail(key: string, { database }: Runtime): Promise<EnqueuedMail | null> {
  const row = await database('deliveries').where({ key }).first<Omit<EnqueuedMail, 'created'> | undefined>('id', 'key', 'status', 'message_id');
  return row ? { ...row, created: false } : null;
}

/** The earlier mail that told one of these people of one of these reminders. */
async function findReminded({ reminders, to }: MailRequest, { database }: Runtime): Promise<EnqueuedMail | null> {
  if (reminders.length === 0) return null;
  const row: Omit<EnqueuedMail, 'created'> | undefined = await database('reminders_sent as s')
    .join('deliveries as d', 'd.id', 's.delivery')
    .whereIn('s.recipient', addressesOf(to))
    .whereRaw('s.key = ANY(?::text[])', [[...reminders]])
    .first('d.id', 'd.key', 'd.status', 'd.message_id');
  return row ? { ...row, created: false } : null;
}

/** Two mails at once with the same reminder for the same person: the second breaks on the primary key, and is not there at all. */
async function noteReminders(delivery: string, { reminders, to }: MailRequest, trx: Knex): Promise<void> {
  if (reminders.length === 0) return;
  await trx.raw(`INSERT INTO reminders_sent (key, recipient, delivery) SELECT DISTINCT k, r, ?::uuid FROM unnest(?::text[]) k, unnest(?::text[]) r`, [
    delivery,
    [...reminders],
    addressesOf(to),
  ]);
}

const addressesOf = (to: readonly string[]): string[] => to.map((address) => address.toLowerCase());

function describeAttachment(file: MailRequest['attachments'][number]): { filename: string; content_type: string; size: number; sha256: string } {
  const bytes = Buffer.from(file.content, 'base64');
  return {
    filename: file.filename,
    content_type: file.content_type,
    size: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
  };
}
