import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { Redis } from 'ioredis';
import { plainEnvironment } from '../../scripts/stack/plainEnvironment.ts';
import type { PartSpec } from '../../scripts/stack/PartSpec.ts';
import type { StackConfig } from '../../scripts/stack/StackConfig.ts';

/** The machine's own Redis, if it has one (Debian: apt-get install redis-server). */
export function findRedis(environment: NodeJS.ProcessEnv = process.env): string | undefined {
  return (environment['PATH'] ?? '')
    .split(delimiter)
    .map((folder) => join(folder, 'redis-server'))
    .find((file) => existsSync(file));
}

/** Redis with the arguments of the compose file: in memory only. What it holds (limits, locks, the queue of runs) can be lost. */
export function redisSpec(config: StackConfig, port: number, command: string, args: readonly string[]): PartSpec {
  return {
    name: 'redis',
    title: 'Redis',
    command,
    args: [...args, '--port', String(port), '--bind', '127.0.0.1'],
    env: plainEnvironment(process.env),
    cwd: join(config.dataDir, 'redis'),
    stopSignal: 'SIGTERM',
    stopPatience: 5000,
    startPatience: 20_000,
    probe: async () => {
      const client = new Redis(port, '127.0.0.1', { lazyConnect: true, retryStrategy: () => null, connectTimeout: 2000 });
      client.on('error', () => undefined); // the connection under way rejects with the same error
      try {
        await client.connect();
        await client.ping();
      } finally {
        client.disconnect();
      }
    },
    remedy: () => `Read ${join(config.dataDir, 'logs', 'redis.log')}.`,
  };
}
