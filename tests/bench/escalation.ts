import { setTimeout as pause } from 'node:timers/promises';
import type pg from 'pg';
import type { Stack } from '../../scripts/stack/Stack.ts';
import type { Figure } from './Figure.ts';
import { processorTime } from './processorTime.ts';
import { quantile } from './quantile.ts';

const IDLE_SAMPLES = 60;
const DEAD_SAMPLES = 5;
const STORM = 1000;
const STORM_PAUSE = 60_000 / STORM;

interface Times {
  readonly claimed: number | null;
  readonly sent: number;
}

/**
 * How fast a major hazard reaches the relay, by the clock of the database alone: from the outbox row, written in the
 * transaction of the save, to the claim and to the relay's 250.
 */
export async function benchEscalation(stack: Stack, report: (line: string) => void): Promise<Figure[]> {
  const database = await stack.connect('directus');
  const save = await saver(stack, database);
  try {
    report('warming up');
    await allSent([await save(), await save(), await save()], database);

    report(`${IDLE_SAMPLES} major hazards, one at a time, through n8n`);
    const idle: string[] = [];
    for (let i = 0; i < IDLE_SAMPLES; i += 1) {
      idle.push(await save());
      await pause(700);
    }
    const throughN8n = await allSent(idle, database);

    report(`${STORM} major hazards in a minute`);
    const timeOfN8n = processorTime(stack.n8n.pid);
    const timeOfDirectus = processorTime(stack.directus.pid);
    const storm: Promise<string>[] = [];
    for (let i = 0; i < STORM; i += 1) {
      storm.push(save());
      await pause(STORM_PAUSE);
    }
    const stormKeys = await Promise.all(storm);
    const lastSaved = await databaseTime(database);
    await allSent(stormKeys, database);
    const stormFacts = await stormOutcome(stormKeys, lastSaved, database);
    const stormTimes = { n8n: timeOfN8n() / STORM, directus: timeOfDirectus() / STORM };

    report(`${DEAD_SAMPLES} major hazards with n8n dead`);
    await stack.n8n.kill();
    const dead: string[] = [];
    for (let i = 0; i < DEAD_SAMPLES; i += 1) dead.push(await save());
    const withoutN8n = await allSent(dead, database);
    await stack.n8n.start();

    const claimed = throughN8n.flatMap((times) => (times.claimed === null ? [] : [times.claimed]));
    const sent = throughN8n.map((times) => times.sent);
    const deadSent = withoutN8n.map((times) => times.sent);
    return [
      { name: 'outbox commit → claimed by n8n, p50', unit: 'ms', measured: quantile(claimed, 0.5), goal: 10, samples: claimed.length },
      { name: 'outbox commit → claimed by n8n, p99', unit: 'ms', measured: quantile(claimed, 0.99), goal: 50, samples: claimed.length },
      { name: 'saved → SMTP 250 through n8n, p50', unit: 'ms', measured: quantile(sent, 0.5), goal: 500, samples: sent.length },
      { name: 'saved → SMTP 250 through n8n, p99', unit: 'ms', measured: quantile(sent, 0.99), goal: 2000, samples: sent.length },
      { name: 'saved → SMTP 250 with n8n dead, worst', unit: 's', measured: Math.max(...deadSent) / 1000, goal: 35, samples: deadSent.length },
      { name: `storm of ${STORM}: last save → last SMTP 250`, unit: 's', measured: stormFacts.secondsAfterLast, goal: 60, samples: STORM },
      { name: `storm of ${STORM}: lost`, unit: 'mails', measured: stormFacts.lost, goal: 0, samples: STORM },
      { name: `storm of ${STORM}: sent again after an unknown outcome`, unit: 'mails', measured: stormFacts.repeats, goal: 0, samples: STORM },
      { name: `storm of ${STORM}: composed by the watchdog`, unit: 'mails', measured: stormFacts.byWatchdog, goal: null, samples: STORM },
      { name: `storm of ${STORM}: processor time of n8n, each`, unit: 'ms', measured: stormTimes.n8n, goal: null, samples: STORM },
      { name: `storm of ${STORM}: processor time of Directus, each`, unit: 'ms', measured: stormTimes.directus, goal: null, samples: STORM },
    ];
  } finally {
    await database.end();
  }
}

/** Saves one major hazard through the API, as an inspector's form does; resolves with the key of its event. */
async function saver(stack: Stack, database: pg.Client): Promise<() => Promise<string>> {
  const login = await fetch(`${stack.config.urls.directus}/auth/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: 'admin@zhudian.example.org', password: stack.secrets.adminPassword }),
  });
  const { data } = (await login.json()) as { data: { access_token: string } };
  const enterprises = await database.query<{ id: string }>('SELECT id FROM enterprises ORDER BY name LIMIT 20');
  let number = 0;
  return async () => {
    number += 1;
    const response = await fetch(`${stack.config.urls.directus}/items/hazards?fields=id`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${data.access_token}` },
      body: JSON.stringify({
        enterprise: enterprises.rows[number % enterprises.rows.length]?.id,
        severity: 'major',
        title: `反应釜安全阀失效（${number}）`,
        description: '二车间3号反应釜安全阀铅封缺失，校验标签已过期七个月，釜内带压运行',
        place: '二车间3号反应釜',
      }),
    });
    if (!response.ok) throw new Error(`save ${number}: ${response.status} ${await response.text()}`);
    const saved = (await response.json()) as { data: { id: string } };
    return saved.data.id;
  };
}

/** Waits until the mails of these hazards are sent, and tells how long each took from its outbox row, in milliseconds. */
async function allSent(hazards: readonly string[], database: pg.Client): Promise<Times[]> {
  const until = Date.now() + 600_000;
  for (;;) {
    const { rows } = await database.query<Times>(
      `SELECT extract(epoch FROM d.sent_at - o.created_at)::float8 * 1000 AS sent,
              extract(epoch FROM o.lease_until - interval '60 seconds' - o.created_at)::float8 * 1000 AS claimed
       FROM outbox o JOIN deliveries d ON d.key = o.key
       WHERE o.topic = 'hazard.major' AND o.subject = ANY ($1) AND d.status = 'sent'`,
      [hazards],
    );
    if (rows.length >= hazards.length || Date.now() > until) return rows;
    await pause(200);
  }
}

async function databaseTime(database: pg.Client): Promise<Date> {
  const { rows } = await database.query<{ now: Date }>('SELECT clock_timestamp() AS now');
  return rows[0]?.now ?? new Date();
}

async function stormOutcome(
  hazards: readonly string[],
  lastSaved: Date,
  database: pg.Client,
): Promise<{ secondsAfterLast: number; lost: number; repeats: number; byWatchdog: number }> {
  const { rows } = await database.query<{ seconds: number; sent: number; repeats: number; watchdog: number }>(
    `SELECT greatest(0, extract(epoch FROM max(d.sent_at) - $2))::float8 AS seconds, count(*)::int AS sent,
            coalesce(sum(d.repeats), 0)::int AS repeats, count(*) FILTER (WHERE composed_by = 'watchdog')::int AS watchdog
     FROM deliveries d WHERE d.kind = 'major_hazard' AND d.hazard = ANY ($1) AND d.status = 'sent'`,
    [hazards, lastSaved],
  );
  const row = rows[0];
  if (!row) throw new Error('the storm left no trace in the ledger');
  return { secondsAfterLast: row.seconds, lost: hazards.length - row.sent, repeats: row.repeats, byWatchdog: row.watchdog };
}
