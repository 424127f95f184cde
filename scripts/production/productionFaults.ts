import type pg from 'pg';
import { seedId } from '../provision/seedId.ts';

const DEMO_LOGINS = ['city', 'county', 'inspector', 'auditor'].map((name) => `${name}@zhudian.example.org`);

/** What must not be in an office's own installation, each with its remedy; empty is well. */
export async function productionFaults(directus: pg.Client): Promise<string[]> {
  const { rows: clocks } = await directus.query("SELECT 1 FROM zhudian_clock WHERE ahead <> interval '0'");
  const { rows: logins } = await directus.query<{ email: string }>(
    "SELECT email FROM directus_users WHERE status = 'active' AND email = ANY ($1) ORDER BY email",
    [DEMO_LOGINS],
  );
  const { rows: demo } = await directus.query('SELECT 1 FROM inspectors WHERE id = $1', [seedId('demo', 'inspector', '370811-0')]);
  return [
    ...(clocks.length > 0
      ? ['The clock of a rehearsal is set: deadlines and reminders would be wrong. In the database directus: DELETE FROM zhudian_clock.']
      : []),
    ...(logins.length > 0 || demo.length > 0
      ? [
          `The demo is in this data folder (${[...logins.map(({ email }) => email), ...(demo.length > 0 ? ['invented people and enterprises'] : [])].join(', ')}). ` +
            'Take an empty ZHUDIAN_DATA_DIR, or archive these logins in the panel.',
        ]
      : []),
  ];
}
