import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

/** What the profile `scale` of docker-compose.yml adds to a plain installation. */
export interface ScaleProfile {
  readonly directus: Readonly<Record<string, string>>;
  readonly n8n: Readonly<Record<string, string>>;
  /** Arguments of `n8n` in a worker. */
  readonly worker: readonly string[];
  /** Arguments of `redis-server`. */
  readonly redis: readonly string[];
}

interface Service {
  readonly command?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
}

const ADDED = /^(?:REDIS|RATE_LIMITER_\w+|SYNCHRONIZATION_\w+|CACHE_\w+|EXECUTIONS_MODE|QUEUE_\w+)$/;

/** The settings themselves from the compose file, so that what is tried with processes is what runs in containers; only Redis's address is ours. */
export function readScaleProfile(repository: string, redisPort: number): ScaleProfile {
  const text = readFileSync(join(repository, 'docker-compose.yml'), 'utf8');
  const { services } = parse(text, { merge: true }) as { services: Record<string, Service> };
  const added = (name: string): Record<string, string> =>
    Object.fromEntries(Object.entries(services[name]?.environment ?? {}).filter(([key]) => ADDED.test(key)));
  return {
    directus: { ...added('directus-2'), REDIS: `redis://127.0.0.1:${redisPort}` },
    n8n: { ...added('n8n-worker-1'), QUEUE_BULL_REDIS_HOST: '127.0.0.1', QUEUE_BULL_REDIS_PORT: String(redisPort) },
    worker: services['n8n-worker-1']?.command ?? [],
    redis: services['redis']?.command?.slice(1) ?? [],
  };
}
