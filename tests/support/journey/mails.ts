import { simpleParser, type ParsedMail } from 'mailparser';
import type { TakenMail } from '../FaultySmtp.ts';
import type { TestStack } from '../TestStack.ts';

/** A mail as its reader sees it, with the key of the ledger and whom the relay took it for. */
export interface ReadMail {
  readonly key: string;
  readonly to: readonly string[];
  readonly subject: string;
  /** What the body says, without its markup. */
  readonly text: string;
  readonly html: string;
  readonly attachments: readonly { readonly name: string; readonly bytes: Buffer }[];
}

const read = new WeakMap<TakenMail, ReadMail>();

/** Every mail the relay has taken so far, in its order; each is read once. */
export async function mails({ smtp }: TestStack): Promise<ReadMail[]> {
  return await Promise.all(smtp.taken.map(async (taken) => read.get(taken) ?? keep(taken, await simpleParser(taken.raw))));
}

function keep(taken: TakenMail, { subject, text, html, attachments }: ParsedMail): ReadMail {
  const mail: ReadMail = {
    key: taken.key,
    to: taken.recipients,
    subject: subject ?? '',
    text: text ?? '',
    html: html || '',
    attachments: attachments.map(({ filename, content }) => ({ name: filename ?? '', bytes: content })),
  };
  read.set(taken, mail);
  return mail;
}
