import { signAcknowledgeToken } from '@zhudian/core/acknowledgement/AcknowledgeToken.ts';
import { confirmationAddress } from '@zhudian/core/acknowledgement/linkParts.ts';
import type { UnsignedLink } from '@zhudian/core/acknowledgement/confirmationLink.ts';
import type { Runtime } from '../runtime/Runtime.ts';
import { now } from '../clock/now.ts';
import { readSettings } from '../settings/Settings.ts';
import { acknowledgeDigest } from './acknowledgeDigest.ts';

/** Makes the confirmation links that belong to one address each, as of now; good until the end of the last of their days. */
export async function linkSigner({ config, database }: Runtime): Promise<(link: UnsignedLink, address: string) => string> {
  const { acknowledge_valid_days } = await readSettings(database);
  const at = (await now(database)).getTime();
  const expires = (Math.ceil(at / 86_400_000) + acknowledge_valid_days) * 86_400;
  const digest = acknowledgeDigest(config);
  return ({ hazard, raised }, address) =>
    confirmationAddress(signAcknowledgeToken({ hazard, raised, expires, sent: { to: address.toLowerCase(), at } }, digest), config.PUBLIC_URL);
}
