import { createHash } from 'node:crypto';

/** Enough of a message to tell whether another has the same bytes. */
export function digest(raw: string): string {
  return createHash('sha256').update(raw).digest('base64');
}
