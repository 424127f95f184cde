import { htmlToText } from '@zhudian/core/mail/htmlToText.ts';
import type { MailPart } from '@zhudian/core/mail/splitMail.ts';
import MailComposer from 'nodemailer/lib/mail-composer';

export interface Composition {
  readonly from: string;
  readonly messageId: string;
  readonly date: Date;
}

/** The bytes of a mail, RFC 5322, fixed once and for all: every attempt sends these. */
export async function composeMessage({ mail, header }: MailPart, { from, messageId, date }: Composition): Promise<Buffer> {
  const composer = new MailComposer({
    from: { name: '驻点监督', address: from },
    to: [...header.to],
    cc: [...header.cc],
    subject: mail.subject,
    html: mail.html,
    text: mail.text ?? htmlToText(mail.html),
    messageId,
    date,
    headers: { 'Auto-Submitted': 'auto-generated', 'X-Zhudian-Key': mail.key },
    ...(mail.kind === 'operations' || mail.kind === 'reminder' ? {} : { priority: 'high' as const }),
    attachments: mail.attachments.map((file) => ({
      filename: file.filename,
      contentType: file.content_type,
      content: Buffer.from(file.content, 'base64'),
    })),
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return await composer.compile().build();
}
