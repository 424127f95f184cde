import { get } from 'node:https';
import { TLSSocket } from 'node:tls';
import { reasonOf } from '../../extensions/host/src/reasonOf.ts';
import { addressRemedy } from './addressRemedy.ts';
import type { Finding } from './Finding.ts';
import type { Patient } from './Patient.ts';

const check = 'Public address';
const DAY = 86_400_000;
/** Days a certificate has to be good for: who renews by hand needs a week or two, and what renews by itself has long done so. */
const DAYS_LEFT = 14;

/** In production, whether people get where the links in mails lead: name, certificate, proxy, Directus behind it. */
export async function checkPublicAddress({ config }: Patient, now = Date.now()): Promise<Finding[]> {
  if (!config.production) return [];
  const { publicUrl } = config;
  try {
    const { status, goodUntil } = await ping(publicUrl);
    if (status !== 200)
      return [
        {
          check,
          ok: false,
          detail: `${publicUrl}: HTTP ${status} to /server/ping`,
          remedy: 'The reverse proxy answers, Directus behind it does not: compare where it leads with docker/Caddyfile.',
        },
      ];
    const days = Math.floor((goodUntil - now) / DAY);
    const remedy =
      days > DAYS_LEFT
        ? undefined
        : 'Renew the certificate of the reverse proxy, or see why it was not renewed by itself: without it nobody can open or confirm anything.';
    return [{ check, ok: true, detail: `${publicUrl}, certificate good for ${days} more days`, remedy }];
  } catch (error) {
    return [{ check, ok: false, detail: `${publicUrl}: ${reasonOf(error)}`, remedy: addressRemedy(reasonOf(error)) }];
  }
}

async function ping(publicUrl: string): Promise<{ status: number | undefined; goodUntil: number }> {
  const address = new URL('server/ping', publicUrl.replace(/\/*$/, '/'));
  return new Promise((resolve, reject) => {
    const request = get(address, { agent: false, timeout: 10_000 }, (response) => {
      const { socket, statusCode: status } = response;
      response.resume();
      if (socket instanceof TLSSocket) resolve({ status, goodUntil: Date.parse(socket.getPeerCertificate().valid_to) });
      else reject(new Error('the answer did not come in TLS'));
    });
    request.once('timeout', () => request.destroy(new Error('no answer within 10 s')));
    request.once('error', reject);
  });
}
