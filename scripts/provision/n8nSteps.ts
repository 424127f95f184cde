import { copyFileSync, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fingerprint } from '../build/fingerprint.ts';
import type { CommandResult } from '../stack/runCommand.ts';
import type { Stack } from '../stack/Stack.ts';
import type { Step } from '../stack/Step.ts';
import { automationCredential } from '../workflows/automationCredential.ts';
import { pushWorkflows } from '../workflows/pushWorkflows.ts';
import { provisionLedger } from './provisionLedger.ts';
import type { ProvisionLedger } from './provisionLedger.ts';

/**
 * Brings the credential and the workflows into n8n, while it is stopped. A workflow is imported only when its file changed since
 * the last time: what a maintainer edited by eye, in a workflow nobody touched here, stays.
 */
export function n8nSteps(stack: Stack): Step[] {
  return [
    {
      title: 'Credential and workflows',
      run: async (say) => {
        const client = await stack.connect('n8n');
        try {
          const ledger = await provisionLedger(client);
          const credential = await importCredential(stack, ledger);
          const workflows = await importWorkflows(stack, ledger, say);
          return credential || workflows > 0 ? `${workflows} workflows published` : 'unchanged';
        } finally {
          await client.end();
        }
      },
    },
  ];
}

async function importCredential(stack: Stack, ledger: ProvisionLedger): Promise<boolean> {
  const data = { baseUrl: stack.config.automationUrl, token: stack.secrets.automationToken };
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

async function importWorkflows(stack: Stack, ledger: ProvisionLedger, say: (text: string) => void): Promise<number> {
  const folder = join(stack.config.repository, 'workflows');
  const due: { name: string; hash: string }[] = [];
  for (const name of existsSync(folder)
    ? readdirSync(folder)
        .filter((file) => file.endsWith('.json'))
        .sort()
    : []) {
    const hash = fingerprint(stack.config.repository, [join('workflows', name)]);
    if ((await ledger.fingerprintOf(`workflow:${name}`)) === hash) continue;
    due.push({ name, hash });
  }
  if (due.length === 0) return 0;
  const draft = join(stack.config.dataDir, 'n8n', 'import');
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { recursive: true });
  for (const { name } of due) copyFileSync(join(folder, name), join(draft, name));
  await pushWorkflows(async (args) => {
    say(args.join(' '));
    return (await n8n(stack, args)).output;
  }, draft);
  for (const { name, hash } of due) await ledger.record(`workflow:${name}`, hash);
  rmSync(draft, { recursive: true, force: true });
  return due.length;
}

async function n8n(stack: Stack, args: readonly string[]): Promise<CommandResult> {
  return stack.run('n8n-import', [join(stack.config.repository, 'node_modules/n8n/bin/n8n'), ...args], stack.n8n);
}
