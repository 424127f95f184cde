import { wayOutTexts } from '../texts/doctorTexts.ts';

/** What to do when the public address was not reached, by what the line said. */
export function addressRemedy(reason: string): string {
  if (/certificate has expired/i.test(reason)) return wayOutTexts.expired();
  if (/self-signed|unable to (?:verify|get)/i.test(reason)) return wayOutTexts.authorityUnknown();
  if (/altnames|does not match certificate/i.test(reason)) return wayOutTexts.wrongName();
  return wayOutTexts.notReached();
}
