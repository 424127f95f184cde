import { createHash, randomUUID } from 'node:crypto';
import type { MailRequest } from '@zhudian/core/mail/MailRequest.ts';
import type { Runtime } from '../Runtime.ts';
import { composeMessage } from './composeMessage.ts';
import { messageId } from './messageId.ts';

/** A mail in the ledger; `created` is false when it was there already under the same key. */
export interface EnqueuedMail {
  readonly id: string;
  readonly key: string;
  readonly status: string;
  readonly message_id: string;
  readonly created: boolean;
}

/**
 * Puts a mail into the ledger, with its bytes, in one transaction. The key decides: whoever comes second finds the
 * mail of whoever came first and changes nothing.
 */
export async function enqueueMail(mail: MailRequest, composedBy: 'n8n' | 'watchdog', runtime: Runtime): Promise<EnqueuedMail> {
  const { database, config } = runtime;
  const before = await findMail(mail.key, runtime);
  if (before) return before;

  const id = randomUUID();
  const message_id = messageId(mail.key, config.ZHUDIAN_MAIL_FROM);
  const raw = await composeMessage(mail, { from: config.ZHUDIAN_MAIL_FROM, messageId: message_id, date: new Date() });
  const recipients = [...new Set([...mail.to, ...mail.cc].map((address) => address.toLowerCase()))];
  const created = await database.transaction(async (trx) => {
    const inserted = await trx('deliveries')
      .insert({
        id,
        key: mail.key,
        kind: mail.kind,
        hazard: mail.hazard ?? null,
        to: JSON.stringify(mail.to),
        cc: JSON.stringify(mail.cc),
        subject: mail.subject,
        body: mail.html,
        body_text: mail.text ?? null,
        attachments: JSON.stringify(mail.attachments.map(describeAttachment)),
        status: 'pending',
        attempts: 0,
        repeats: 0,
        next_attempt_at: trx.fn.now(),
        remaining: JSON.stringify(recipients),
        message_id,
        composed_by: composedBy,
        date_created: trx.fn.now(),
      })
      .onConflict('key')
      .ignore()
      .returning('id');
    if (inserted.length === 0) return false;
    await trx('delivery_messages').insert({ delivery: id, raw });
    return true;
  });
  if (created) return { id, key: mail.key, status: 'pending', message_id, created };
  const other = await findMail(mail.key, runtime);
  if (!other) throw new Error(`mail ${mail.key} was refused as a second one, but the first is not there`);
  return other;
}

async function findMail(key: string, { database }: Runtime): Promise<EnqueuedMail | null> {
  const row: Omit<EnqueuedMail, 'created'> | undefined = await database('deliveries').where({ key }).first('id', 'key', 'status', 'message_id');
  return row ? { ...row, created: false } : null;
}

function describeAttachment(file: MailRequest['attachments'][number]): { filename: string; content_type: string; size: number; sha256: string } {
  const bytes = Buffer.from(file.content, 'base64');
  return {
    filename: file.filename,
    content_type: file.content_type,
    size: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
  };
}
