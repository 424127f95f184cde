import { simpleParser } from 'mailparser';
import type { TakenMail } from './FaultySmtp.ts';

/** The confirmation link in a mail's HTML; blank without one. */
export const linkIn = (html: string | false | undefined): string => /http:\/\/[^"\s）]+\/zhudian\/acknowledge\/[\w.-]+/.exec(html || '')?.[0] ?? '';

/** The same of a mail as the relay took it. */
export async function linkOf(mail: TakenMail | undefined): Promise<string> {
  return linkIn((await simpleParser(mail?.raw ?? '')).html);
}
