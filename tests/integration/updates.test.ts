import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type pg from 'pg';
import { afterEach, describe, expect, it } from 'vitest';
import { rulesBroken } from '../../scripts/provision/rulesBroken.ts';
import { freePortBase } from '../../scripts/stack/freePortBase.ts';
import { Stack } from '../../scripts/stack/Stack.ts';
import { startStack } from '../../scripts/stack/startStack.ts';
import { copyFolder } from '../support/copyFolder.ts';
import { FaultySmtp } from '../support/FaultySmtp.ts';
import { keptStates, loadState } from '../support/loadState.ts';
import { readCatalog } from '../support/readCatalog.ts';
import { relayPort, testConfig } from '../support/testConfig.ts';
import { stackTemplate } from '../support/TestStack.ts';
import { waitFor } from '../support/waitFor.ts';

/** Written by the system itself, and rightly so while an update is brought in: the major hazard nobody had mailed goes out, a month has passed. */
const OUR_OWN = ['date_updated', 'user_updated', 'visible_to', 'reported_at', 'visited_this_month'];

/** What people have written; everything in it has to be there after an update as it was. */
const WORK = [
  'counties',
  'contacts',
  'enterprises',
  'inspectors',
  'teams',
  'team_members',
  'task_items',
  'visits',
  'visit_items',
  'visit_inspectors',
  'hazards',
];

/** Rules younger than some rows of a state, which stay as they were and are told. */
const BROKEN: Readonly<Record<string, readonly string[]>> = {
  '2026-11-24-first': ['inspectors_phone_shape: 30 of inspectors'],
};

let close: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const one of close.reverse()) await one();
  close = [];
}, 120_000);

/** Tables by the columns they have now, and a digest of their rows in those columns. */
async function workOf(
  client: pg.Client,
  columns?: ReadonlyMap<string, string>,
): Promise<{ columns: Map<string, string>; rows: Map<string, string> }> {
  const found = new Map<string, string>();
  const rows = new Map<string, string>();
  for (const table of WORK) {
    const { rows: names } = await client.query<{ names: string | null }>(
      `SELECT string_agg(quote_ident(column_name), ', ' ORDER BY column_name) AS names FROM information_schema.columns
       WHERE table_schema = 'public' AND table_name = $1 AND column_name <> ALL ($2)`,
      [table, OUR_OWN],
    );
    const list = columns ? columns.get(table) : (names[0]?.names ?? undefined);
    if (!list) continue;
    const { rows: digest } = await client.query<{ digest: string }>(
      `SELECT count(*) || ' rows ' || coalesce(md5(string_agg(t::text, E'\\n' ORDER BY t::text COLLATE "C")), '') AS digest FROM (SELECT ${list} FROM public.${table}) t`,
    );
    found.set(table, list);
    rows.set(table, digest[0]?.digest ?? '');
  }
  return { columns: found, rows };
}

/** The catalog of an installation made today. */
async function freshCatalog(): Promise<string[]> {
  const dataDir = await mkdtemp(join(tmpdir(), 'zhudian-fresh-'));
  await copyFolder(stackTemplate().dataDir, dataDir);
  const stack = await Stack.open(testConfig(dataDir, await freePortBase()));
  try {
    await stack.postgres.start();
    const client = await stack.connect('directus');
    return await readCatalog(client).finally(() => client.end());
  } finally {
    await stack.close();
    await rm(dataDir, { recursive: true, force: true });
  }
}

describe.each(await keptStates())('an installation of %s', (state) => {
  it('is brought up to date with all that was in it; what it had not reported goes out; a second start changes nothing', async () => {
    const dataDir = await mkdtemp(join(tmpdir(), 'zhudian-state-'));
    close.push(async () => rm(dataDir, { recursive: true, force: true }));
    const base = await freePortBase();
    const config = testConfig(dataDir, base);
    const smtp = new FaultySmtp(relayPort(base));
    await smtp.listen();
    close.push(async () => smtp.close());
    let before: Awaited<ReturnType<typeof workOf>> | undefined;
    await loadState(state, config, async (stack) => {
      const client = await stack.connect('directus');
      before = await workOf(client).finally(() => client.end());
    });
    expect(before?.rows.get('visits')).toMatch(/^[1-9]\d* rows/);

    const stack = await startStack(config);
    close.push(async () => stack.close());
    const client = await stack.connect('directus');
    expect((await workOf(client, before?.columns)).rows).toEqual(before?.rows);
    const told = (await rulesBroken(client)).map(({ table, rule, rows }) => `${rule}: ${rows} of ${table}`);
    expect(told).toEqual(BROKEN[state] ?? []);
    expect((await readCatalog(client)).map((line) => line.replace(/ NOT VALID$/, ''))).toEqual(await freshCatalog());
    const { rows: open } = await client.query<{ key: string }>(`SELECT key FROM outbox WHERE subject = 'a0000000-0000-4000-8000-000000000001'`);
    await waitFor('the major hazard of before is reported', () => Promise.resolve(smtp.of(open[0]?.key ?? '')[0] ?? null), 120);
    const { rows: workflows } = await (
      await stack.connect('n8n')
    ).query<{ name: string }>('SELECT name FROM zhudian_workflows WHERE asked IS NOT NULL');
    expect(workflows).toEqual([]);
    const catalog = await readCatalog(client);
    await client.end();
    await stack.close();

    const lines: string[] = [];
    const again = await startStack(config, (line) => lines.push(line));
    close.push(async () => again.close());
    for (const step of [
      'Directus tables',
      'Collections, roles, permissions',
      'Triggers, checks, indexes',
      'Reference data',
      'Logins',
      'Credential and workflows',
    ])
      expect(lines.find((line) => line.startsWith(step))).toContain('unchanged');
    const later = await again.connect('directus');
    expect(await readCatalog(later)).toEqual(catalog);
    await later.end();
  }, 1_500_000);
});
