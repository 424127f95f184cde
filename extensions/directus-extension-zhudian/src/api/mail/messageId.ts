import { createHash } from 'node:crypto';

/** The Message-ID that belongs to a mail's key, whoever composes it: `<digest@domain of the sender>`. */
export function messageId(key: string, from: string): string {
  const digest = createHash('sha256').update(key).digest('hex').slice(0, 40);
  return `<${digest}@${from.split('@')[1] ?? 'localhost'}>`;
}
