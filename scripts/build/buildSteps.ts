import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import type { StackConfig } from '../stack/StackConfig.ts';
import type { Step } from '../stack/Step.ts';
import { withLock } from '../stack/withLock.ts';
import { buildOnce } from './buildOnce.ts';
import { buildDirectusExtension } from './directusExtension.ts';
import { fingerprint } from './fingerprint.ts';
import { buildN8nNodes } from './n8nNodes.ts';
import { stepTexts } from '../texts/startTexts.ts';

/** What both extensions are made from, besides their own folders. */
const SHARED = ['extensions/core/src', 'extensions/host/src', 'package-lock.json', 'scripts/build'];

/** What lies beside the bundle for Directus. */
const BESIDE = ['schema/templates', 'docs/handbook', 'docs/images'];

/**
 * Builds what Directus and n8n load into `build/`; what did not change is not built again. directus-sync's counterpart
 * inside Directus is GPL: copied for provisioning and `npm run schema:pull` here, never shipped.
 */
export function buildSteps({ repository }: Pick<StackConfig, 'repository'>): Record<'syncExtension' | 'directusExtension' | 'n8nNodes', Step> {
  const build = join(repository, 'build');
  const once = async (name: string, sources: string[], make: (draft: string) => Promise<void>) =>
    withLock(join(build, '.locks', name.replaceAll('/', '-')), async () => {
      const done = await buildOnce(build, name, fingerprint(repository, sources), make);
      return done === 'built' ? stepTexts.built() : stepTexts.unchanged();
    });
  const copySync = async (draft: string) => {
    const source = join(repository, 'node_modules/directus-extension-sync');
    for (const part of ['package.json', 'dist']) await cp(join(source, part), join(draft, part), { recursive: true });
  };
  return {
    syncExtension: {
      title: stepTexts.extensionProvisioning(),
      run: async () => {
        await once('directus-extensions/directus-extension-sync', ['package-lock.json'], copySync);
        return once('directus-provisioning/directus-extension-sync', ['package-lock.json'], copySync);
      },
    },
    directusExtension: {
      title: stepTexts.extensionDirectus(),
      run: async () =>
        once('directus-extensions/zhudian', ['extensions/directus-extension-zhudian', ...BESIDE, ...SHARED], async (draft) =>
          buildDirectusExtension(repository, draft),
        ),
    },
    n8nNodes: { title: stepTexts.nodes(), run: async () => once('n8n-nodes', ['extensions/n8n-nodes-zhudian', ...SHARED], buildN8nNodes) },
  };
}
