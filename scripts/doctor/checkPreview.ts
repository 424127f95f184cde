import { findOffice } from '../../extensions/host/src/findOffice.ts';
import type { Finding } from './Finding.ts';
import type { Patient } from './Patient.ts';
import { checkNames, servicesTexts } from '../texts/doctorTexts.ts';

/** What makes previews of documents. None is no fault: the documents themselves need nothing. */
export async function checkPreview({ config }: Patient): Promise<Finding[]> {
  const check = checkNames.previews();
  const gotenberg = config.handedOn['ZHUDIAN_GOTENBERG_URL'];
  if (gotenberg) return [await reach(gotenberg)];
  const named = config.handedOn['ZHUDIAN_SOFFICE'] ?? '';
  const office = await findOffice(named);
  if (office) return [{ check, ok: true, detail: `LibreOffice (${office})` }];
  if (!named || named === 'off') return [{ check, ok: true, detail: servicesTexts.noPreview() }];
  return [
    {
      check,
      ok: false,
      detail: servicesTexts.sofficeFault(named),
      remedy: servicesTexts.sofficeRemedy(),
    },
  ];
}

async function reach(address: string): Promise<Finding> {
  const check = checkNames.previews();
  const fault = await fetch(new URL('/health', address), { signal: AbortSignal.timeout(5_000) }).then(
    ({ ok, status }) => (ok ? null : servicesTexts.gotenbergStatus(address, status)),
    () => servicesTexts.gotenbergStatus(address, undefined),
  );
  if (fault === null) return { check, ok: true, detail: `Gotenberg (${address})` };
  return { check, ok: false, detail: fault, remedy: servicesTexts.gotenbergRemedy() };
}
