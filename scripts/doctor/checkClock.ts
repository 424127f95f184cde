import type { Finding } from './Finding.ts';
import type { Patient } from './Patient.ts';
import { query } from './query.ts';
import { checkNames, servicesTexts } from '../texts/doctorTexts.ts';

/** Whether rules about days and deadlines go by the real time. */
export async function checkClock(patient: Patient): Promise<Finding[]> {
  const [set] = await query<{ ahead: string; at: string }>(
    patient,
    'directus',
    `select ahead::text, to_char(zhudian_now() at time zone 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI') as at from zhudian_clock`,
  );
  if (!set) return [{ check: checkNames.clock(), ok: true, detail: servicesTexts.realTime() }];
  return [
    {
      check: checkNames.clock(),
      ok: false,
      detail: servicesTexts.rehearsal(set.ahead, set.at),
      remedy: servicesTexts.rehearsalRemedy(),
    },
  ];
}
