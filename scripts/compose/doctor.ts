import { checkBackup } from '../doctor/checkBackup.ts';
import { checkClock } from '../doctor/checkClock.ts';
import { checkDatabase } from '../doctor/checkDatabase.ts';
import { checkDirectus } from '../doctor/checkDirectus.ts';
import { checkN8n } from '../doctor/checkN8n.ts';
import { examine } from '../doctor/examine.ts';
import { checkNames, doctorTexts } from '../texts/doctorTexts.ts';
import { printFindings } from '../doctor/printFindings.ts';
import { loadSecrets } from '../stack/loadSecrets.ts';
import { printFault } from '../stack/printFault.ts';
import { readStackConfig } from '../stack/readStackConfig.ts';

/**
 * What `npm run doctor` is to processes, from the container of `provision`. The relay is not looked for: this container has no way out, and
 * Directus, which has one, says under "health: mail" whether mail leaves.
 */
try {
  const config = readStackConfig(process.env);
  const urls = { ...config.urls, directus: config.automationUrl, n8n: 'http://n8n:5678' };
  const findings = await examine(
    { config: { ...config, urls }, secrets: loadSecrets(config.dataDir) },
    [
      [checkNames.backup, checkBackup],
      [checkNames.postgres, checkDatabase],
      [checkNames.clock, checkClock],
      [checkNames.directus, checkDirectus],
      [checkNames.n8n, checkN8n],
    ],
    doctorTexts.containersUp(),
  );
  printFindings(findings);
  if (findings.some(({ ok }) => !ok)) {
    console.log(`\n${doctorTexts.inContainers()}`);
    process.exitCode = 1;
  }
} catch (error) {
  printFault(error);
  process.exitCode = 1;
}
