import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { directusEnvironment } from './directusEnvironment.ts';
import { endWithParent } from './endWithParent.ts';
import type { PartSpec } from './PartSpec.ts';
import type { Secrets } from './Secrets.ts';
import type { StackConfig } from './StackConfig.ts';
import { partTexts } from '../texts/partTexts.ts';

/**
 * Directus. `variant` names a second way to run it: while the schema is pushed it runs without our extension, whose hooks
 * and senders expect tables that are only being made.
 */
export function directusSpec(config: StackConfig, secrets: Secrets, variant: 'serve' | 'provision'): PartSpec {
  const extensions = join(config.repository, 'build', variant === 'serve' ? 'directus-extensions' : 'directus-provisioning');
  const name = variant === 'serve' ? 'directus' : 'directus-provision';
  const uploads = join(config.dataDir, 'uploads');
  return {
    name,
    title: 'Directus',
    command: process.execPath,
    args: [...endWithParent, join(config.repository, 'node_modules/directus/cli.js'), 'start'],
    env: directusEnvironment(config, secrets, extensions),
    // Not the checkout: Directus would read its .env.
    cwd: join(config.dataDir, 'directus'),
    stopSignal: 'SIGTERM',
    stopPatience: 15_000,
    startPatience: 300_000,
    prepare: async () => {
      // A restored data folder has none of its own yet.
      for (const folder of [uploads, extensions, join(config.dataDir, 'directus')]) mkdirSync(folder, { recursive: true });
      // Directus looks for extensions among the packages of its working folder and loads none at all without this file.
      writeFileSync(join(config.dataDir, 'directus', 'package.json'), '{"private": true}\n');
    },
    probe: async () => {
      const answer = await fetch(`${config.urls.directus}/server/ping`, { signal: AbortSignal.timeout(3_000) });
      if (!answer.ok) throw new Error(`HTTP ${answer.status}`);
    },
    remedy: (log) => {
      if (/EADDRINUSE/.test(log)) return partTexts.portTaken();
      if (/ERR_DLOPEN_FAILED|was compiled against a different Node/.test(log)) return partTexts.nativeModule();
      if (/heap out of memory/.test(log)) return partTexts.memory();
      return partTexts.readLog(join(config.dataDir, 'logs', `${name}.log`));
    },
  };
}
