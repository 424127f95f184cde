import { replaceLinks, withoutLinks, type UnsignedLink } from '../acknowledgement/confirmationLink.ts';
import { isConfirmed } from './isConfirmed.ts';
import type { MailRequest } from './MailRequest.ts';

/** One message of a mail: its `to` and `cc` get it, everybody the mail goes to stands in its header. */
export interface MailPart {
  readonly mail: Omit<MailRequest, 'kind'> & { readonly kind: MailRequest['kind'] | 'copy' };
  readonly header: { readonly to: readonly string[]; readonly cc: readonly string[] };
}

const COPY = '抄送件不含签收链接，由市化工专项行动办签收';

/**
 * A mail about a major hazard as one message for each of those it is addressed to, each with a confirmation link of its own, and one for the
 * copies, without any. The first keeps the mail's key, by which the mail is known; any other mail is one message.
 *
 * @param sign the link that belongs to one address
 */
export function splitMail(mail: MailRequest, sign: (link: UnsignedLink, address: string) => string): MailPart[] {
  const to = once(mail.to, []);
  const cc = once(mail.cc, to);
  const header = { to, cc };
  const { hazard } = mail;
  if (!hazard || !isConfirmed(mail)) return [{ mail, header }];
  const personal = to.map((address, index): MailPart => {
    const own = (text: string): string => replaceLinks(text, hazard, (link) => sign(link, address));
    const key = index === 0 ? mail.key : `${mail.key}:to${index + 1}`;
    return { header, mail: { ...mail, key, to: [address], cc: [], html: own(mail.html), text: mail.text && own(mail.text) } };
  });
  if (cc.length === 0) return personal;
  const copy = { ...mail, key: `${mail.key}:copy`, kind: 'copy' as const, to: [], cc, html: withoutLinks(mail.html, hazard, COPY) };
  return [...personal, { header, mail: { ...copy, text: mail.text && replaceLinks(mail.text, hazard, () => COPY) } }];
}

/** Each address once, whatever its capitals, and none that is among `others`. */
function once(addresses: readonly string[], others: readonly string[]): string[] {
  const seen = new Set(others.map((address) => address.toLowerCase()));
  return addresses.filter((address) => {
    const key = address.toLowerCase();
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
