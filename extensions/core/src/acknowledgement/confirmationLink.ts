import { CONFIRMATION_PATH, confirmationAddress, NUMBER, UUID } from './linkParts.ts';

const ADDRESS = `https?://[^\\s"'<>（）]*${CONFIRMATION_PATH}(${UUID})\\.(${NUMBER})(?![\\w.-])`;

/** What a confirmation link is about, before it belongs to anybody. */
export interface UnsignedLink {
  readonly hazard: string;
  /** When the hazard became a major one, in milliseconds since 1970. */
  readonly raised: number;
}

/**
 * The address that mails about a major hazard are written with. It confirms nothing: when the mail is handed over to the ledger each recipient gets
 * one of their own in its place, so that no run data, preview or ledger shows a link that works.
 *
 * @param base where people reach the system, `https://zhudian.example.org`
 */
export function unsignedLink({ hazard, raised }: UnsignedLink, base: string): string {
  return confirmationAddress(`${hazard}.${raised.toString(36)}`, base);
}

/** Puts a text in the place of each unsigned link about the hazard. */
export function replaceLinks(text: string, hazard: string, replace: (link: UnsignedLink, address: string) => string): string {
  return text.replace(new RegExp(ADDRESS, 'g'), (address: string, about: string, raised: string) =>
    about === hazard ? replace({ hazard, raised: Number.parseInt(raised, 36) }, address) : address,
  );
}

/** Whether the text has the unsigned link of the hazard. */
export function hasLink(text: string, hazard: string): boolean {
  return [...text.matchAll(new RegExp(ADDRESS, 'g'))].some(([, about]) => about === hazard);
}

/** The same HTML with a sentence in the place of each element that is a link to the confirmation, and of the address where it is written out. */
export function withoutLinks(html: string, hazard: string, sentence: string): string {
  const anchors = html.replace(/<a\b[^>]*>[\s\S]*?<\/a>/gi, (anchor) => (hasLink(anchor, hazard) ? `<span>${sentence}</span>` : anchor));
  return replaceLinks(anchors, hazard, () => sentence);
}

/** The same text with dots in the place of the token of each confirmation link. */
export function withoutTokens(text: string): string {
  return text.replace(new RegExp(`(${CONFIRMATION_PATH})[\\w.-]+`, 'g'), '$1…');
}
