import { setTimeout as pause } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { beforeAll, describe, expect, it } from 'vitest';
import { joinScale, type ScaleParts } from '../scale/joinScale.ts';
import { findRedis } from '../scale/redisSpec.ts';
import { freePortBase } from '../../scripts/stack/freePortBase.ts';
import { burst } from '../support/burst.ts';
import { ownStack } from '../support/TestStack.ts';
import { useTestStack } from '../support/useTestStack.ts';
import { waitFor } from '../support/waitFor.ts';

// Eight minutes, most of them waiting for what was killed: asked for by ZHUDIAN_LONG_TESTS=true.
const asked = process.env['ZHUDIAN_LONG_TESTS'] === 'true';
const redisServer = findRedis();
if (asked && redisServer === undefined) process.stdout.write('\nscale: skipped, since no redis-server was found (apt-get install redis-server).\n');

/** The profile `scale` of docker-compose.yml, its own settings, as processes: two Directus and n8n with two workers share one Redis. */
describe.skipIf(!asked || redisServer === undefined)('two Directus, n8n in queue mode with two workers, one Redis', () => {
  const test = useTestStack(ownStack);
  let parts: ScaleParts;
  let redisPort: number;

  beforeAll(async () => {
    redisPort = await freePortBase();
    parts = joinScale(test.stack, redisPort, redisServer ?? '');
    await parts.start();
  }, 600_000);

  interface Told {
    readonly key: string;
    readonly status: string | null;
    readonly repeats: number;
    readonly composed_by: string;
    readonly done: boolean;
  }

  /** Every one is mailed under one Message-ID with the same bytes, again only where the ledger says so, and its event is closed. */
  async function reportedOnce(hazards: readonly string[]): Promise<readonly Told[]> {
    const told = await waitFor(
      'all are sent and closed',
      async () => {
        const { rows } = await test.database.query<Told>(
          `SELECT o.key, d.status, d.repeats, d.composed_by, o.done_at IS NOT NULL AS done FROM outbox o LEFT JOIN deliveries d ON d.key = o.key
           WHERE o.topic = 'hazard.major' AND o.subject::text = ANY ($1)`,
          [hazards],
        );
        return rows.length === hazards.length && rows.every(({ status, done }) => status === 'sent' && done) ? rows : null;
      },
      400,
    );
    for (const { key, repeats } of told) {
      const mails = test.smtp.of(key);
      expect(new Set(mails.map(({ messageId, raw }) => messageId + raw)).size).toBe(1);
      expect(mails.length).toBeGreaterThan(0);
      expect(mails.length).toBeLessThanOrEqual(1 + repeats);
    }
    return told;
  }

  it('runs are done by the workers, and limits and queue are in Redis', async () => {
    await test.database.query('UPDATE settings SET handover_seconds = 60');
    const told = await reportedOnce(await burst(test.database, 10));
    expect(told.map(({ composed_by }) => composed_by)).toEqual(told.map(() => 'n8n'));
    await test.database.query('UPDATE settings SET handover_seconds = 6');
    for (const address of parts.addresses) expect((await fetch(`${address}/server/ping`)).status).toBe(200);
    const redis = new Redis(redisPort, '127.0.0.1');
    const keys = await redis.keys('*');
    redis.disconnect();
    expect(keys.some((key) => key.startsWith('bull:'))).toBe(true);
    expect(keys.some((key) => key.includes('rate-limiter') || key.includes('rlflx'))).toBe(true);
  }, 600_000);

  it.each([
    ['a worker', () => [parts.workers[0]]],
    ['n8n main', () => [parts.main]],
    ['one Directus, the one n8n talks to', () => [parts.directus[0]]],
    ['Redis', () => [parts.redis]],
    ['a worker, n8n main and one Directus at once', () => [parts.workers[1], parts.main, parts.directus[1]]],
  ] as const)(
    '%s is killed in the middle of escalations: nothing lost, nothing twice, and the next goes through n8n',
    async (_, which) => {
      const hazards = await burst(test.database, 12);
      await pause(700);
      await Promise.all(which().map((part) => part.kill()));
      await pause(2000);
      await Promise.all(which().map((part) => part.start()));
      await reportedOnce(hazards);
      await test.database.query('UPDATE settings SET handover_seconds = 60');
      const [told] = await reportedOnce(await burst(test.database, 1));
      await test.database.query('UPDATE settings SET handover_seconds = 6');
      expect(told?.composed_by).toBe('n8n');
    },
    900_000,
  );
});
