import { endWithParent } from '../../scripts/stack/endWithParent.ts';
import { join } from 'node:path';
import { directusSpec } from '../../scripts/stack/directusSpec.ts';
import { n8nSpec } from '../../scripts/stack/n8nSpec.ts';
import type { Part } from '../../scripts/stack/Part.ts';
import type { PartSpec } from '../../scripts/stack/PartSpec.ts';
import type { Stack } from '../../scripts/stack/Stack.ts';
import { readScaleProfile } from './readScaleProfile.ts';
import { redisSpec } from './redisSpec.ts';

/** The parts of a stack that has outgrown one process of each. */
export interface ScaleParts {
  readonly redis: Part;
  /** The first is where n8n's credential points to. */
  readonly directus: readonly [Part, Part];
  readonly addresses: readonly [string, string];
  readonly main: Part;
  readonly workers: readonly [Part, Part];
  /** Starts all of them; Directus and n8n of the stack itself are stopped first. */
  start(): Promise<void>;
}

/** @param base first of ten free ports: Redis, the second Directus, and two for each worker */
export function joinScale(stack: Stack, base: number, redisServer: string): ScaleParts {
  const { config, secrets } = stack;
  const profile = readScaleProfile(config.repository, base);
  const second = { ...config, ports: { ...config.ports, directus: base + 1 }, urls: { ...config.urls, directus: `http://127.0.0.1:${base + 1}` } };
  const directus = (own: typeof config, name: string): Part => {
    const spec = directusSpec(own, secrets, 'serve');
    return stack.join({ ...spec, name, title: name, env: { ...spec.env, ...profile.directus } });
  };
  const n8n = n8nSpec(config, secrets);
  const worker = (number: number): Part => stack.join(workerSpec(n8n, config.repository, profile, base, number));
  const parts = {
    redis: stack.join(redisSpec(config, base, redisServer, profile.redis)),
    directus: [directus(config, 'Directus 1'), directus(second, 'Directus 2')] as const,
    addresses: [config.urls.directus, second.urls.directus] as const,
    main: stack.join({ ...n8n, name: 'n8n-main', title: 'n8n main', env: { ...n8n.env, ...profile.n8n } }),
    workers: [worker(1), worker(2)] as const,
  };
  return {
    ...parts,
    start: async () => {
      await Promise.all([stack.n8n.stop(), stack.directus.stop()]);
      await parts.redis.start();
      await Promise.all([...parts.directus, parts.main].map((part) => part.start()));
      await Promise.all(parts.workers.map((part) => part.start()));
    },
  };
}

function workerSpec(n8n: PartSpec, repository: string, profile: ReturnType<typeof readScaleProfile>, base: number, number: number): PartSpec {
  const health = base + 2 * number;
  return {
    ...n8n,
    name: `n8n-worker-${number}`,
    title: `n8n worker ${number}`,
    args: [...endWithParent, join(repository, 'node_modules/n8n/bin/n8n'), ...profile.worker],
    env: { ...n8n.env, ...profile.n8n, QUEUE_HEALTH_CHECK_PORT: String(health), N8N_RUNNERS_BROKER_PORT: String(health + 1) },
    probe: async () => {
      const answer = await fetch(`http://127.0.0.1:${health}/healthz/readiness`, { signal: AbortSignal.timeout(3000) });
      if (!answer.ok) throw new Error(`HTTP ${answer.status}`);
    },
  };
}
