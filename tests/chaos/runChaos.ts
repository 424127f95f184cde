import { setTimeout as pause } from 'node:timers/promises';
import type { FaultySmtp } from '../support/FaultySmtp.ts';
import { quantile } from '../bench/quantile.ts';
import type { Part } from '../../scripts/stack/Part.ts';
import type { Stack } from '../../scripts/stack/Stack.ts';
import { Dice } from './Dice.ts';
import { Escalations } from './escalations.ts';
import { judge, type Verdict } from './judge.ts';
import { saveSteadily } from './saveSteadily.ts';
import { Tally } from './Tally.ts';
import { tormentPart, type Pace } from './tormentPart.ts';
import { tormentRelay } from './tormentRelay.ts';

/** Seconds everything may take to settle after the last trouble: the longest pauses between attempts of a mail lie in it. */
const SETTLE = 900;

/** Faster than a part comes up there is nothing to kill. */
const PACES = { directus: { up: 20_000, down: 2000 }, n8n: { up: 40_000, down: 3000 }, postgres: { up: 40_000, down: 1500 } } satisfies Record<
  string,
  Pace
>;

export interface ChaosPlan {
  readonly minutes: number;
  readonly seed: number;
  /** Where a second Directus listens. */
  readonly port: number;
}

export interface ChaosReport extends Omit<Verdict, 'lost' | 'second' | 'unmarked'> {
  readonly well: boolean;
  readonly seed: number;
  readonly minutes: number;
  /** Seconds from the last trouble until everything was sent and closed. */
  readonly settled: number;
  readonly kills: number;
  readonly happened: Readonly<Record<string, number>>;
  readonly lost: readonly string[];
  readonly second: readonly string[];
  readonly unmarked: readonly string[];
  /** Events that n8n had not closed in the end. */
  readonly open: number;
  readonly byWatchdog: number;
  /** Seconds from the save to the answer of the relay. */
  readonly latency: Readonly<Record<'p50' | 'p95' | 'p99' | 'worst', number>>;
}

/** Two Directus, n8n, PostgreSQL and the relay, each in trouble of its own at the same time, while major hazards come in. */
export async function runChaos(stack: Stack, smtp: FaultySmtp, plan: ChaosPlan, say: (line: string) => void): Promise<ChaosReport> {
  const second = stack.anotherDirectus(plan.port);
  await second.start();
  await ask(stack, 'UPDATE settings SET acknowledge_minutes = 600, handover_seconds = 10');
  const escalations = new Escalations(stack, [stack.config.urls.directus, `http://127.0.0.1:${plan.port}`]);
  const tally = new Tally();
  const until = Date.now() + plan.minutes * 60_000;
  const dice = (number: number): Dice => new Dice(plan.seed * 1000 + number);
  const torments: readonly [Part, Pace][] = [
    [stack.directus, PACES.directus],
    [second, PACES.directus],
    [stack.n8n, PACES.n8n],
    [stack.postgres, PACES.postgres],
  ];
  const telling = setInterval(
    () =>
      say(
        `${escalations.count} saved, ${smtp.taken.length} taken by the relay, ${tally.sum(' killed')} kills, ${((until - Date.now()) / 60_000).toFixed(1)} min left`,
      ),
    15_000,
  );
  try {
    await Promise.all([
      ...torments.map(([part, pace], number) => tormentPart(part, dice(number + 2), pace, until, tally)),
      tormentRelay(smtp, dice(1), until, tally),
      saveSteadily(escalations, dice(0), until),
    ]);
  } finally {
    clearInterval(telling);
  }
  say(`trouble is over; ${escalations.count} saved, ${tally.sum(' killed')} kills`);
  const calm = Date.now();
  let verdict = judge(await escalations.ledger(), smtp.taken);
  let { open } = await escalations.progress();
  while ((verdict.lost.length > 0 || open > 0) && Date.now() - calm < SETTLE * 1000) {
    await pause(1000);
    verdict = judge(await escalations.ledger(), smtp.taken);
    ({ open } = await escalations.progress());
  }
  const ledger = await escalations.ledger();
  const seconds = ledger.flatMap((entry) => (entry.seconds === null ? [] : [entry.seconds]));
  return {
    well: verdict.lost.length + verdict.second.length + verdict.unmarked.length + open === 0,
    seed: plan.seed,
    minutes: plan.minutes,
    settled: (Date.now() - calm) / 1000,
    kills: tally.sum(' killed') + tally.sum(' killed while starting'),
    happened: Object.fromEntries(Object.entries(tally.counts).sort(([a], [b]) => (a < b ? -1 : 1))),
    ...verdict,
    open,
    byWatchdog: ledger.filter(({ composed_by }) => composed_by === 'watchdog').length,
    latency: { p50: quantile(seconds, 0.5), p95: quantile(seconds, 0.95), p99: quantile(seconds, 0.99), worst: Math.max(...seconds) },
  };
}

async function ask(stack: Stack, sql: string): Promise<void> {
  const client = await stack.connect('directus');
  await client.query(sql).finally(() => client.end());
}
