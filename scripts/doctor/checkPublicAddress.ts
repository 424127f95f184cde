import { get } from 'node:https';
import { TLSSocket } from 'node:tls';
import { reasonOf } from '../../extensions/host/src/reasonOf.ts';
import { addressRemedy } from './addressRemedy.ts';
import type { Finding } from './Finding.ts';
import type { Patient } from './Patient.ts';
import { checkNames, wayOutTexts } from '../texts/doctorTexts.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** Time a certificate has to be good for: who renews by hand needs a week or two, and what renews by itself has long done so. */
const LEFT = 15 * DAY;
/** The same of one that is made for days or hours only: a sixth of its life, since what renews by itself does so with a third left. */
const SHARE_LEFT = 1 / 6;

/** In production, whether people get where the links in mails lead: name, certificate, proxy, Directus behind it. */
export async function checkPublicAddress({ config }: Patient, now = Date.now()): Promise<Finding[]> {
  if (!config.production) return [];
  const check = checkNames.publicAddress();
  const { publicUrl } = config;
  try {
    const { status, goodSince, goodUntil } = await ping(publicUrl);
    if (status !== 200)
      return [
        {
          check,
          ok: false,
          detail: wayOutTexts.proxyStatus(publicUrl, status),
          remedy: wayOutTexts.proxyRemedy(),
        },
      ];
    const left = goodUntil - now;
    const remedy = left > Math.min(LEFT, (goodUntil - goodSince) * SHARE_LEFT) ? undefined : wayOutTexts.renew();
    const { goodDays, goodHours } = wayOutTexts;
    const detail = left < 2 * DAY ? goodHours(publicUrl, Math.floor(left / HOUR)) : goodDays(publicUrl, Math.floor(left / DAY));
    return [{ check, ok: true, detail, remedy }];
  } catch (error) {
    return [{ check, ok: false, detail: `${publicUrl}: ${reasonOf(error)}`, remedy: addressRemedy(reasonOf(error)) }];
  }
}

async function ping(publicUrl: string): Promise<{ status: number | undefined; goodSince: number; goodUntil: number }> {
  const address = new URL('server/ping', publicUrl.replace(/\/*$/, '/'));
  return new Promise((resolve, reject) => {
    const request = get(address, { agent: false, timeout: 10_000 }, (response) => {
      const { socket, statusCode: status } = response;
      response.resume();
      if (socket instanceof TLSSocket) {
        const { valid_from: from, valid_to: to } = socket.getPeerCertificate();
        resolve({ status, goodSince: Date.parse(from), goodUntil: Date.parse(to) });
      } else reject(new Error(wayOutTexts.notTls()));
    });
    request.once('timeout', () => request.destroy(new Error(wayOutTexts.noAnswer(10))));
    request.once('error', reject);
  });
}
