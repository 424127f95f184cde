import { NUMBER, UUID } from './linkParts.ts';

/** Makes the keyed digest of a text, in base64url; the key is the caller's secret. */
export type Digest = (text: string) => string;

/** Whom a link in a mail speaks for. */
export interface AcknowledgeClaim {
  readonly hazard: string;
  /**
   * When the hazard became a major one, in milliseconds since 1970: a link confirms the raise it was sent for, and no later one. Null in links
   * that were sent when these did not say so.
   */
  readonly raised: number | null;
  /** Last moment the link is good, in seconds since 1970. */
  readonly expires: number;
  /** To whom and when the link was sent; null in links from before each address had its own. */
  readonly sent: { readonly to: string; readonly at: number } | null;
}

/** What reading a token came to. */
export type TokenReading = { readonly kind: 'good' | 'expired'; readonly claim: AcknowledgeClaim } | { readonly kind: 'forged' };

const FORM = new RegExp(`^(${UUID})(?:\\.(${NUMBER}))?\\.(${NUMBER})(?:\\.(${NUMBER})\\.([\\w-]{1,400}))?\\.([\\w-]{43})$`);

/** A link's token: hazard, raise, expiry, moment and address it was sent to, and a digest over them that only the holder of the secret can make. */
export function signAcknowledgeToken({ hazard, raised, expires, sent }: AcknowledgeClaim, digest: Digest): string {
  const body = [
    hazard,
    ...(raised === null ? [] : [raised.toString(36)]),
    expires.toString(36),
    ...(sent === null ? [] : [sent.at.toString(36), toBase64Url(sent.to)]),
  ].join('.');
  return `${body}.${digest(`acknowledge ${body}`)}`;
}

/**
 * Reads a token. The comparison takes the same time wherever the digests differ.
 *
 * @param now seconds since 1970
 */
export function readAcknowledgeToken(token: string, digest: Digest, now: number): TokenReading {
  const [, hazard, raise, expiry, at, to, given] = FORM.exec(token) ?? [];
  if (!hazard || !expiry || !given) return { kind: 'forged' };
  if (!isSame(given, digest(`acknowledge ${token.slice(0, token.lastIndexOf('.'))}`))) return { kind: 'forged' };
  const claim = {
    hazard,
    raised: raise === undefined ? null : Number.parseInt(raise, 36),
    expires: Number.parseInt(expiry, 36),
    sent: at === undefined || to === undefined ? null : { at: Number.parseInt(at, 36), to: fromBase64Url(to) },
  };
  return { kind: claim.expires < now ? 'expired' : 'good', claim };
}

function isSame(a: string, b: string): boolean {
  let difference = a.length ^ b.length;
  for (let i = 0; i < a.length; i += 1) difference |= a.charCodeAt(i) ^ b.charCodeAt(i);
  return difference === 0;
}

function toBase64Url(text: string): string {
  const binary = String.fromCharCode(...new TextEncoder().encode(text));
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

function fromBase64Url(text: string): string {
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  return new TextDecoder().decode(Uint8Array.from(binary, (character) => character.charCodeAt(0)));
}
