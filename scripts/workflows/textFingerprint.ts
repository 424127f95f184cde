import { createHash } from 'node:crypto';

/** The fingerprint of a workflow file as earlier versions recorded it: what they had brought into n8n can be told by it alone. */
export function textFingerprint(name: string, text: string): string {
  return createHash('sha256').update('[]').update(`\0workflows/${name}\0`).update(text).digest('hex');
}
