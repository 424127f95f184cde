import { createHmac } from 'node:crypto';
import type { Digest } from '@zhudian/core/acknowledgement/AcknowledgeToken.ts';
import type { Config } from '@zhudian/host/config.ts';

/** What the tokens of confirmation links are signed with, and read. */
export const acknowledgeDigest = ({ ZHUDIAN_ACKNOWLEDGE_SECRET }: Config): Digest => {
  return (text) => createHmac('sha256', ZHUDIAN_ACKNOWLEDGE_SECRET).update(text).digest('base64url');
};
