import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Command } from 'commander';
import { examine } from './doctor/examine.ts';
import { printFindings } from './doctor/printFindings.ts';
import { adoptNetwork } from './stack/adoptNetwork.ts';
import { loadEnvironment } from './stack/loadEnvironment.ts';
import { loadSecrets } from './stack/loadSecrets.ts';
import { printFault } from './stack/printFault.ts';
import { readStackConfig } from './stack/readStackConfig.ts';

const { json, tell } = new Command('npm run doctor --')
  .description('Says what is wrong with an installation, and how to put it right. Changes nothing, and sends nothing unless told to.')
  .option('--json', 'one line of JSON instead of a list', false)
  .option('--tell', "let the group's robot (ZHUDIAN_ALERT_WEBHOOK) say a word", false)
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
