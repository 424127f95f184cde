import { PlainRelayError } from '../../extensions/host/src/PlainRelayError.ts';
import { SenderRefusedError } from '../../extensions/host/src/trySender.ts';
import { wayOutTexts } from '../texts/doctorTexts.ts';

/** What to do when the relay was not reached, by what it or the line said. */
export function relayRemedy(error: Error & { code?: string }): string {
  const { message } = error;
  if (error instanceof PlainRelayError) return wayOutTexts.noTls();
  if (error instanceof SenderRefusedError) return wayOutTexts.senderRefused();
  if (/self-signed|unable to (?:verify|get)/i.test(message)) return wayOutTexts.relayAuthority();
  if (/certificate (?:has expired|is not yet valid)/i.test(message)) return wayOutTexts.relayExpired();
  if (/altnames|does not match certificate/i.test(message)) return wayOutTexts.relayName();
  if (/wrong version number|packet length too long|Greeting never received/i.test(message)) return wayOutTexts.relayKind();
  if (error.code === 'EAUTH') return wayOutTexts.relayLogin();
  return wayOutTexts.relayElse();
}
