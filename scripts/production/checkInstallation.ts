import { installationTexts } from '../texts/installationTexts.ts';
import type { Stack } from '../stack/Stack.ts';
import { StackError } from '../stack/StackError.ts';
import type { Step } from '../stack/Step.ts';
import { noteVersion, notePurpose, readInstallation } from './Installation.ts';
import { isOlder, thisVersion, versionText } from './thisVersion.ts';

/** Refuses data that is an office's where the settings are not, and data of a later version, before anything in it is changed; then notes this version. */
export function checkInstallation(stack: Pick<Stack, 'config' | 'connect'>): Step {
  return {
    title: installationTexts.checking(),
    run: async () => {
      const { production, drill, dataDir, repository } = stack.config;
      const directus = await stack.connect('directus');
      try {
        const found = await readInstallation(directus);
        if (found?.production_since && !production && !drill)
          throw new StackError(
            installationTexts.officeDatabase(dataDir, found.production_since.toISOString(), 'development'),
            installationTexts.officeRemedy(),
          );
        const here = thisVersion(repository);
        if (found && isOlder(here, found))
          throw new StackError(installationTexts.older(versionText(found), versionText(here)), installationTexts.olderRemedy());
        await noteVersion(directus, here);
        if (drill) await notePurpose(directus, 'drill');
        return versionText(here);
      } finally {
        await directus.end();
      }
    },
  };
}
