import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Command } from 'commander';
import { examine } from './doctor/examine.ts';
import { loadEnvironment } from './stack/loadEnvironment.ts';
import { loadSecrets } from './stack/loadSecrets.ts';
import { printFault } from './stack/printFault.ts';
import { readStackConfig } from './stack/readStackConfig.ts';

const { json } = new Command('npm run doctor --')
  .description('Says what is wrong with an installation, and how to put it right. Changes nothing.')
  .option('--json', 'one line of JSON instead of a list', false)
  .parse()
  .opts<{ json: boolean }>();

try {
  loadEnvironment();
  const config = readStackConfig(process.env);
  const secrets = existsSync(join(config.dataDir, 'secrets.json')) ? loadSecrets(config.dataDir) : undefined;
  const findings = await examine({ config, secrets });
  const ok = findings.every((finding) => finding.ok);
  if (json) console.log(JSON.stringify({ ok, findings }));
  else
    for (const finding of findings)
      console.log(`${finding.ok ? '✓' : '✗'} ${finding.check}: ${finding.detail}${finding.remedy ? `\n  → ${finding.remedy}` : ''}`);
  process.exitCode = ok ? 0 : 1;
} catch (error) {
  printFault(error);
  process.exitCode = 1;
}
