import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { compareWorkflows } from '../../scripts/workflows/compareWorkflows.ts';
import type { RunN8n } from '../../scripts/workflows/RunN8n.ts';
import { takeWorkflow } from '../../scripts/workflows/takeWorkflow.ts';
import { textFingerprint } from '../../scripts/workflows/textFingerprint.ts';
import { updateWorkflows } from '../../scripts/workflows/updateWorkflows.ts';
import { workflowFolder } from '../../scripts/workflows/workflowFolder.ts';
import { openN8n } from '../support/openN8n.ts';
import { ownStack } from '../support/TestStack.ts';
import { useTestStack } from '../support/useTestStack.ts';

const test = useTestStack(ownStack);
let folder = '';
let client: pg.Client;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'zhudian-update-'));
  await cp(workflowFolder, folder, { recursive: true });
  client = await test.stack.connect('n8n');
});
afterAll(async () => {
  await client.end();
  await rm(folder, { recursive: true, force: true });
});

const asked: string[] = [];
const runN8n: RunN8n = async (args) => {
  asked.push(args[0] ?? '');
  return (await test.stack.run('n8n-import', [join(test.stack.config.repository, 'node_modules/n8n/bin/n8n'), ...args], test.stack.n8n)).output;
};

/** A sentence of a mail, or a line of a note, changed. */
const inFile = async (name: string, change: (text: string) => string): Promise<void> => {
  const text = await readFile(join(folder, name), 'utf8');
  const changed = change(text);
  expect(changed).not.toBe(text);
  await writeFile(join(folder, name), changed);
};

it('brings in what nobody touched, keeps what a maintainer changed, and leaves to a person what both have', async () => {
  // A maintainer changes two workflows in the editor and publishes them.
  const ask = await openN8n(test.stack);
  for (const id of ['escalateHazard01', 'sendReminders001']) {
    const before = await ask('GET', `/rest/workflows/${id}`);
    const nodes = (before['nodes'] as { name: string; notes?: string }[]).map((node, number) =>
      number === 0 ? { ...node, notes: '市里改过的说明' } : node,
    );
    const { versionId } = await ask('PATCH', `/rest/workflows/${id}`, { ...before, nodes });
    await ask('POST', `/rest/workflows/${id}/activate`, { versionId });
  }
  await test.stack.n8n.stop();
  // This version changes one of them, and one that nobody touched.
  for (const name of ['escalate-major-hazard.json', 'report-failure.json'])
    await inFile(name, (text) => text.replace(/"executionTimeout": \d+/, '"executionTimeout": 1234'));

  const first = await updateWorkflows(client, runN8n, folder);
  expect(first).toEqual({ taken: ['report-failure.json'], asked: ['escalate-major-hazard.json'] });
  const all = await compareWorkflows(client, runN8n, folder);
  expect(all.get('escalate-major-hazard.json')?.now).toContain('市里改过的说明');
  expect(all.get('escalate-major-hazard.json')?.shipped).not.toContain('市里改过的说明');
  expect(all.get('escalate-major-hazard.json')?.now).not.toContain('1234');
  expect(all.get('send-reminders.json')?.now).toContain('市里改过的说明');
  expect(all.get('report-failure.json')?.now).toContain('1234');

  // The next start asks n8n nothing and says the same.
  asked.length = 0;
  expect(await updateWorkflows(client, runN8n, folder)).toEqual({ taken: [], asked: ['escalate-major-hazard.json'] });
  expect(asked).toEqual([]);

  // Somebody decides for the files; what was in n8n is put aside.
  const kept = await takeWorkflow('escalate-major-hazard.json', 'files', { client, runN8n, aside: join(folder, 'aside'), folder });
  expect(await readFile(kept ?? '', 'utf8')).toContain('市里改过的说明');
  expect(await updateWorkflows(client, runN8n, folder)).toEqual({ taken: [], asked: [] });
  const { rows } = await client.query<{ nodes: unknown; settings: { executionTimeout?: number }; published: boolean }>(
    `SELECT nodes, settings, "activeVersionId" IS NOT NULL AS published FROM workflow_entity WHERE id = 'escalateHazard01'`,
  );
  expect(rows[0]?.published).toBe(true);
  expect(rows[0]?.settings.executionTimeout).toBe(1234);
  expect(JSON.stringify(rows[0]?.nodes)).not.toContain('市里改过的说明');
}, 900_000);

it('an installation of before texts were kept: what equals the recorded fingerprint is untouched, anything else is left to a person', async () => {
  await client.query('DELETE FROM zhudian_workflows');
  await client.query(`DELETE FROM zhudian_provisioned WHERE key LIKE 'workflow:%'`);
  for (const name of ['report-failure.json', 'send-reminders.json'])
    await client.query('INSERT INTO zhudian_provisioned (key, fingerprint) VALUES ($1, $2)', [
      `workflow:${name}`,
      textFingerprint(name, await readFile(join(folder, name), 'utf8')),
    ]);
  for (const name of ['report-failure.json', 'send-reminders.json'])
    await inFile(name, (text) => text.replace(/"executionTimeout": \d+/, '"executionTimeout": 4321'));
  const { taken, asked: open } = await updateWorkflows(client, runN8n, folder);
  expect(taken).toEqual(['report-failure.json']);
  expect(open).toEqual(['send-reminders.json']);
  // Somebody decides for n8n: nothing is asked any more.
  await takeWorkflow('send-reminders.json', 'n8n', { client, runN8n, aside: join(folder, 'aside'), folder });
  expect(await updateWorkflows(client, runN8n, folder)).toEqual({ taken: [], asked: [] });
}, 600_000);

it('stays published as it was when bringing in fails, and is brought in the next time', async () => {
  await inFile('report-failure.json', (text) => text.replace(/"executionTimeout": \d+/, '"executionTimeout": 777'));
  const published = async (): Promise<unknown[]> =>
    (await client.query<{ id: string }>(`SELECT id, active, "activeVersionId" FROM workflow_entity ORDER BY id`)).rows;
  const before = await published();
  expect(before).toContainEqual({ id: 'reportFailure001', active: true, activeVersionId: expect.any(String) as string });
  const failing: RunN8n = async (args) => {
    if (args[0] === 'import:workflow') throw new Error('no space left on device');
    return await runN8n(args);
  };
  await expect(updateWorkflows(client, failing, folder)).rejects.toThrow('no space left');
  expect(await published()).toEqual(before);
  expect(await updateWorkflows(client, runN8n, folder)).toEqual({ taken: ['report-failure.json'], asked: [] });
}, 300_000);

it('is published by the next start when this one was killed between import and publication', async () => {
  const name = 'report-failure.json';
  await inFile(name, (text) => text.replace(/"executionTimeout": \d+/, '"executionTimeout": 888'));
  const killed: RunN8n = async (args) => {
    const output = await runN8n(args);
    // Nothing of ours runs any more from here on: neither the publication nor what puts back.
    if (args[0] === 'import:workflow') {
      await client.query("CREATE FUNCTION killed() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END'");
      await client.query('CREATE TRIGGER killed BEFORE UPDATE ON workflow_entity FOR EACH ROW EXECUTE FUNCTION killed()');
    }
    return output;
  };
  await expect(updateWorkflows(client, killed, folder)).rejects.toThrow('cannot publish');
  await client.query('DROP FUNCTION killed CASCADE');
  const published = async (): Promise<unknown> =>
    (await client.query(`SELECT "activeVersionId" IS NOT NULL AS published FROM workflow_entity WHERE id = 'reportFailure001'`)).rows;
  expect(await published()).toEqual([{ published: false }]);
  expect(await updateWorkflows(client, runN8n, folder)).toEqual({ taken: [name], asked: [] });
  expect(await published()).toEqual([{ published: true }]);
  expect(await updateWorkflows(client, runN8n, folder)).toEqual({ taken: [], asked: [] });
}, 300_000);
