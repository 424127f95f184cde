import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import type { StackConfig } from '../stack/StackConfig.ts';
import type { Step } from '../stack/Step.ts';
import { withLock } from '../stack/withLock.ts';
import { buildOnce } from './buildOnce.ts';
import { buildDirectusExtension } from './directusExtension.ts';
import { fingerprint } from './fingerprint.ts';
import { buildN8nNodes } from './n8nNodes.ts';

/** What both extensions are made from, besides their own folders. */
const SHARED = ['extensions/core/src', 'schema/templates', 'package-lock.json', 'scripts/build'];

/** Builds what Directus and n8n load into `build/`; what did not change is not built again. */
export function buildSteps({ repository }: Pick<StackConfig, 'repository'>): Step[] {
  const build = join(repository, 'build');
  const once = async (name: string, source: string, make: (draft: string) => Promise<void>) =>
    withLock(join(build, '.locks', name.replaceAll('/', '-')), async () =>
      buildOnce(build, name, fingerprint(repository, [source, ...SHARED]), make),
    );
  return [
    {
      title: 'Directus extension',
      run: async () => {
        await syncExtension(repository, once);
        return once('directus-extensions/zhudian', 'extensions/directus-extension-zhudian', async (draft) => buildDirectusExtension(repository, draft));
      },
    },
    { title: 'n8n nodes', run: async () => once('n8n-nodes', 'extensions/n8n-nodes-zhudian', buildN8nNodes) },
  ];
}

/** directus-sync needs its counterpart inside Directus, while provisioning and for `npm run schema:pull`. GPL: copied for use here, never shipped. */
async function syncExtension(
  repository: string,
  once: (name: string, source: string, make: (draft: string) => Promise<void>) => Promise<unknown>,
): Promise<void> {
  const source = join(repository, 'node_modules/directus-extension-sync');
  for (const folder of ['directus-extensions', 'directus-provisioning']) {
    await once(`${folder}/directus-extension-sync`, 'package-lock.json', async (draft) => {
      await cp(join(source, 'package.json'), join(draft, 'package.json'));
      await cp(join(source, 'dist'), join(draft, 'dist'), { recursive: true });
    });
  }
}
