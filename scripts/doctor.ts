import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { examine } from './doctor/examine.ts';
import { printFindings } from './doctor/printFindings.ts';
import { adoptNetwork } from './stack/adoptNetwork.ts';
import { loadEnvironment } from './stack/loadEnvironment.ts';
import { loadSecrets } from './stack/loadSecrets.ts';
import { printFault } from './stack/printFault.ts';
import { readStackConfig } from './stack/readStackConfig.ts';
import { doctorTexts } from './texts/doctorTexts.ts';
import { newCommand } from './texts/newCommand.ts';

const { json, tell } = newCommand('npm run doctor --')
  .description(doctorTexts.description())
  .option('--json', doctorTexts.json(), false)
  .option('--tell', doctorTexts.tell(), false)
  .parse()
  .opts<{ json: boolean; tell: boolean }>();

try {
  loadEnvironment();
  adoptNetwork(process.env);
  const config = readStackConfig(process.env);
  const secrets = existsSync(join(config.dataDir, 'secrets.json')) ? loadSecrets(config.dataDir) : undefined;
  const findings = await examine({ config, secrets, tell });
  const ok = findings.every((finding) => finding.ok);
  if (json) console.log(JSON.stringify({ ok, findings }));
  else printFindings(findings);
  process.exitCode = ok ? 0 : 1;
} catch (error) {
  printFault(error);
  process.exitCode = 1;
}
