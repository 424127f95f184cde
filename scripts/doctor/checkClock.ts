import type { Finding } from './Finding.ts';
import type { Patient } from './Patient.ts';
import { query } from './query.ts';

/** Whether rules about days and deadlines go by the real time. */
export async function checkClock(patient: Patient): Promise<Finding[]> {
  const [set] = await query<{ ahead: string; at: string }>(
    patient,
    'directus',
    `select ahead::text, to_char(zhudian_now() at time zone 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI') as at from zhudian_clock`,
  );
  if (!set) return [{ check: 'Clock', ok: true, detail: 'the real time' }];
  return [
    {
      check: 'Clock',
      ok: false,
      detail: `a rehearsal's clock is set: ${set.ahead} ahead, ${set.at} in Beijing`,
      remedy: 'When the rehearsal is over: DELETE FROM zhudian_clock. Where mail is real, Directus does not start before that.',
    },
  ];
}
