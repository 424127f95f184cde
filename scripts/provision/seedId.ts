import { createHash } from 'node:crypto';

/** A uuid (version 5 in form) that depends on nothing but the words given: a seeded row has the same id everywhere. */
export function seedId(...words: readonly (string | number)[]): string {
  const hex = createHash('sha1')
    .update(`zhudian.seed:${words.join('/')}`)
    .digest('hex');
  const variant = ((parseInt(hex.charAt(16), 16) & 0x3) | 0x8).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
