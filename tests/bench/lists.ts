import type pg from 'pg';
import { logIn } from '../../scripts/provision/directusClient.ts';
import type { Stack } from '../../scripts/stack/Stack.ts';
import type { Figure } from './Figure.ts';
import { quantile } from './quantile.ts';
import { sendTo } from './sendTo.ts';
import { withoutTriggers } from './withoutTriggers.ts';

const VISITS = 1_000_000;
const ENTERPRISES = 10_000;
const REPEATS = 25;

/** How long the lists take that people open, with a million visits in 14 counties. */
export async function benchLists(stack: Stack, report: (line: string) => void): Promise<Figure[]> {
  const database = await stack.connect('directus');
  try {
    await stack.n8n.stop();
    report(`writing ${VISITS} visits`);
    await withoutTriggers(['enterprises', 'visits'], database, () => fill(database));
    await database.query('VACUUM ANALYZE visits');
    await database.query('VACUUM ANALYZE enterprises');
    const figures: Figure[] = [];
    for (const role of ['county', 'inspector', 'city'] as const) {
      report(`lists of the role ${role}`);
      const { token } = await logIn(stack.config.urls.directus, `${role}@zhudian.example.org`, stack.secrets.demoPasswords[role]);
      const timed = async (more: string): Promise<number[]> => {
        const times: number[] = [];
        for (let i = 0; i <= REPEATS; i += 1) {
          for (const filter of LISTS) {
            const { milliseconds } = await sendTo(stack.config.urls.directus, token, 'GET', `/items/visits?${COLUMNS}&${filter}${more}`);
            if (i > 0) times.push(milliseconds);
          }
        }
        return times;
      };
      const plain = await timed('');
      const counted = await timed('&meta=filter_count,total_count');
      const goal = (value: number): number | null => (role === 'county' ? value : null);
      figures.push(
        { name: `list of visits, ${role}, p95`, unit: 'ms', measured: quantile(plain, 0.95), goal: goal(100), samples: plain.length },
        { name: `list with counts, ${role}, p95`, unit: 'ms', measured: quantile(counted, 0.95), goal: goal(300), samples: counted.length },
      );
    }
    return figures;
  } finally {
    await database.end();
  }
}

const COLUMNS = 'fields=id,visited_on,status,enterprise.name,county.name&limit=25';
const filtered = (filter: unknown): string => `filter=${encodeURIComponent(JSON.stringify(filter))}&sort=-visited_on`;

/** The list as it opens, a later page, one month, what is returned, one name. */
const LISTS = [
  'sort=-visited_on',
  'sort=-visited_on&page=20',
  filtered({ visited_on: { _between: ['2025-03-01', '2025-03-31'] } }),
  filtered({ status: { _eq: 'returned' } }),
  filtered({ enterprise: { name: { _contains: '测算企业00' } } }),
];

async function fill(database: pg.Client): Promise<void> {
  await database.query(
    `INSERT INTO enterprises (id, county, name, status, date_created)
     SELECT gen_random_uuid(), (SELECT array_agg(id ORDER BY code) FROM counties)[1 + n % (SELECT count(*) FROM counties)], '测算企业' || lpad(n::text, 6, '0'), 'active', now()
     FROM generate_series(1, $1::int) n`,
    [ENTERPRISES],
  );
  await database.query(
    `INSERT INTO visits (id, enterprise, county, visited_on, status, log, client_key, visible_to, date_created)
     SELECT gen_random_uuid(), e.id, e.county, (date '2026-10-03' - m * 30 - (abs(hashtext(e.name)) % 25)), CASE WHEN abs(hashtext(e.name || m)) % 200 = 0 THEN 'returned' ELSE 'submitted' END,
       '查阅台账，现场核查罐区、装置区和库房', gen_random_uuid(), '', now()
     FROM enterprises e CROSS JOIN generate_series(0, $1::int - 1) m WHERE e.name LIKE '测算企业%'`,
    [VISITS / ENTERPRISES],
  );
}
