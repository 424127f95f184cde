import type { TestStack } from '../TestStack.ts';
import { shortName } from './cast.ts';

const short = (address: string): string => address.replace('.example', '');

/** Every reminder that the relay took and the ledger noted, one person a line: `2026-02-28 yi@b: report B 0w 2026-02`. */
export async function remindersOut({ database }: TestStack): Promise<string[]> {
  const { rows } = await database.query<{ day: string; who: string; what: string[] }>(
    `SELECT split_part(d.key, ':', 2) AS day, s.recipient AS who, array_agg(s.key) AS what
     FROM deliveries d JOIN reminders_sent s ON s.delivery = d.id WHERE d.kind = 'reminder' AND d.status = 'sent' GROUP BY d.id, d.key, s.recipient`,
  );
  const say = (key: string): string => {
    const [kind, subject, stage, ...period] = key.split(':');
    return [kind, shortName(subject ?? ''), stage, period.join(':')].join(' ');
  };
  return rows.map(({ day, who, what }) => `${day} ${short(who)}: ${what.map(say).sort().join(', ')}`).sort();
}

/** Notes what else the ledger sent from now on, day by day: `2026-02-03 report B 2026-01 1 → shi@city`. */
export async function lettersOut({ database }: TestStack): Promise<{ readonly lines: string[]; note: (day: string) => Promise<void> }> {
  const lines: string[] = [];
  const before = await database.query<{ key: string }>('SELECT key FROM deliveries');
  const seen = new Set(before.rows.map(({ key }) => key));
  return {
    lines,
    note: async (day) => {
      const { rows } = await database.query<{ key: string; kind: string; to: string[]; cc: string[]; county: string | null; period: string | null }>(
        `SELECT d.key, d.kind, d."to", d.cc, r.county, r.period FROM deliveries d LEFT JOIN monthly_reports r ON r.id::text = split_part(d.key, ':', 2)
         WHERE d.kind <> 'reminder' AND d.status = 'sent' ORDER BY d.key`,
      );
      for (const { key, to, cc, county, period } of rows.filter((row) => !seen.has(row.key))) {
        seen.add(key);
        const [head = '', second = '', third = '', fourth = ''] = key.split(':');
        const report = `${shortName(county ?? '')} ${period ?? ''} ${third}`;
        const what: Readonly<Record<string, string>> = {
          evaluation: `evaluation ${second} ${third} ${fourth}`,
          'report.submitted': `report ${report}`,
          'report.returned': `returned ${report}`,
          'hazard.major': `major ${shortName(second)}${fourth && ` ${fourth}`}`,
          'city-report': `compilation ${second}`,
        };
        lines.push(`${day} ${what[head] ?? key} → ${[...to, ...cc].map(short).sort().join(' ')}`);
      }
    },
  };
}
