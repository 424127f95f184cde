import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { n8nEnvironment } from './n8nEnvironment.ts';
import { endWithParent } from './endWithParent.ts';
import type { PartSpec } from './PartSpec.ts';
import type { Secrets } from './Secrets.ts';
import type { StackConfig } from './StackConfig.ts';
import { partTexts } from '../texts/partTexts.ts';

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
      if (/EADDRINUSE|port .* already in use/i.test(log)) return partTexts.portTaken();
      if (/Mismatching encryption keys/.test(log)) return partTexts.encryptionKey(folder);
      if (/heap out of memory/.test(log)) return partTexts.memory();
      return partTexts.readLog(join(config.dataDir, 'logs', 'n8n.log'));
    },
  };
}
