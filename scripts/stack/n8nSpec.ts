import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { n8nEnvironment } from './n8nEnvironment.ts';
import { endWithParent } from './endWithParent.ts';
import type { PartSpec } from './PartSpec.ts';
import type { Secrets } from './Secrets.ts';
import type { StackConfig } from './StackConfig.ts';

export function n8nSpec(config: StackConfig, secrets: Secrets): PartSpec {
  const folder = join(config.dataDir, 'n8n');
  return {
    name: 'n8n',
    title: 'n8n',
    command: process.execPath,
    args: [...endWithParent, join(config.repository, 'node_modules/n8n/bin/n8n'), 'start'],
    env: n8nEnvironment(config, secrets),
    // Not the checkout: n8n would read its .env.
    cwd: folder,
    stopSignal: 'SIGTERM',
    stopPatience: 20_000,
    startPatience: 300_000,
    prepare: async () => {
      mkdirSync(join(folder, 'files'), { recursive: true });
      mkdirSync(join(config.repository, 'build', 'n8n-nodes'), { recursive: true });
    },
    probe: async () => {
      const answer = await fetch(`${config.urls.n8n}/healthz/readiness`, { signal: AbortSignal.timeout(3_000) });
      if (!answer.ok) throw new Error(`HTTP ${answer.status}`);
    },
    remedy: (log) => {
      if (/EADDRINUSE|port .* already in use/i.test(log))
        return 'Another program took the port in the meantime: end it, or choose another ZHUDIAN_PORT_BASE.';
      if (/Mismatching encryption keys/.test(log)) return `The folder ${folder} belongs to another secrets.json: put the right one back.`;
      if (/heap out of memory/.test(log)) return 'The machine has too little memory free: 3 GB are needed for all parts together.';
      return `Read ${join(config.dataDir, 'logs', 'n8n.log')}, or run npm run doctor.`;
    },
  };
}
