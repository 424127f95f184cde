import { findOffice } from '../../extensions/host/src/findOffice.ts';
import type { Finding } from './Finding.ts';
import type { Patient } from './Patient.ts';

/** What makes previews of documents. None is no fault: the documents themselves need nothing. */
export async function checkPreview({ config }: Patient): Promise<Finding[]> {
  const check = 'Previews';
  const gotenberg = config.handedOn['ZHUDIAN_GOTENBERG_URL'];
  if (gotenberg) return [await reach(gotenberg)];
  const named = config.handedOn['ZHUDIAN_SOFFICE'] ?? '';
  const office = await findOffice(named);
  if (office) return [{ check, ok: true, detail: `LibreOffice (${office})` }];
  if (!named || named === 'off') return [{ check, ok: true, detail: 'none: documents are downloaded and opened in Word or WPS' }];
  return [
    {
      check,
      ok: false,
      detail: `ZHUDIAN_SOFFICE names ${named}, which cannot be run`,
      remedy: 'Install LibreOffice, or leave ZHUDIAN_SOFFICE empty.',
    },
  ];
}

async function reach(address: string): Promise<Finding> {
  const check = 'Previews';
  const fault = await fetch(new URL('/health', address), { signal: AbortSignal.timeout(5_000) }).then(
    ({ ok, status }) => (ok ? null : `answers ${status}`),
    () => 'does not answer',
  );
  if (fault === null) return { check, ok: true, detail: `Gotenberg (${address})` };
  return { check, ok: false, detail: `Gotenberg at ${address} ${fault}`, remedy: 'Check ZHUDIAN_GOTENBERG_URL, and that Gotenberg runs.' };
}
