import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fingerprint } from '../build/fingerprint.ts';
import type { CommandResult } from '../stack/runCommand.ts';
import type { Stack } from '../stack/Stack.ts';
import type { Step } from '../stack/Step.ts';
import { automationCredential } from '../workflows/automationCredential.ts';
import { updateWorkflows } from '../workflows/updateWorkflows.ts';
import { provisionLedger } from './provisionLedger.ts';
import type { ProvisionLedger } from './provisionLedger.ts';
import { stepTexts } from '../texts/startTexts.ts';

/**
 * Brings the credential and the workflows into n8n, while it is stopped. A workflow is imported only when its file changed since
 * the last time and nobody has edited it by eye meanwhile.
 */
export function n8nSteps(stack: Stack): Step[] {
  return [
    {
      title: stepTexts.workflows(),
      run: async (say) => {
        const client = await stack.connect('n8n');
        try {
          const ledger = await provisionLedger(client);
          const credential = await importCredential(stack, ledger);
          const { taken, asked } = await updateWorkflows(client, async (args) => {
            say(args.join(' '));
            return (await n8n(stack, args)).output;
          });
          return [
            credential || taken.length > 0 ? stepTexts.workflowsPublished(taken.length) : stepTexts.unchanged(),
            ...(asked.length > 0 ? [stepTexts.workflowsAsked(asked)] : []),
          ].join('; ');
        } finally {
          await client.end();
        }
      },
    },
  ];
}

async function importCredential(stack: Stack, ledger: ProvisionLedger): Promise<boolean> {
  // The token is for our own nodes: n8n's HTTP Request would send it to whatever address a workflow names.
  const data = { baseUrl: stack.config.automationUrl, token: stack.secrets.automationToken, allowedHttpRequestDomains: 'none' };
  const hash = fingerprint(stack.config.repository, [], data, stack.secrets.n8nEncryptionKey);
  if ((await ledger.fingerprintOf('credential')) === hash) return false;
  const file = join(stack.config.dataDir, 'n8n', 'credential.json');
  mkdirSync(join(stack.config.dataDir, 'n8n'), { recursive: true });
  writeFileSync(file, JSON.stringify([{ ...automationCredential, data }]), { mode: 0o600 });
  try {
    await n8n(stack, ['import:credentials', `--input=${file}`]);
  } finally {
    rmSync(file, { force: true });
  }
  await ledger.record('credential', hash);
  return true;
}

async function n8n(stack: Stack, args: readonly string[]): Promise<CommandResult> {
  return stack.run('n8n-import', [join(stack.config.repository, 'node_modules/n8n/bin/n8n'), ...args], stack.n8n);
}
