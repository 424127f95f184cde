import { beforeAll, describe, expect, it } from 'vitest';
import { logins } from '../support/logins.ts';
import { World } from '../support/permissions/World.ts';
import { askAlone } from '../support/sight/askAlone.ts';
import { askTogether } from '../support/sight/askTogether.ts';
import { bridge } from '../support/sight/bridge.ts';
import { findProbes, type Probes } from '../support/sight/findProbes.ts';
import { nameOf, noneOf, someOf, type Probe } from '../support/sight/Probe.ts';
import { readGraph } from '../support/sight/readGraph.ts';
import { Rows } from '../support/sight/Rows.ts';
import { ways } from '../support/sight/ways.ts';
import { useTestStack } from '../support/useTestStack.ts';

/**
 * Row rules on every step: whoever asks for a value that lies behind hidden rows is answered as for one that exists nowhere, whichever path
 * leads there and whichever way they ask. Paths come from Directus's own relations and the caller's rights; rows are those of two counties
 * which share an inspector of the city.
 */
const test = useTestStack();
const ROLES = ['county', 'inspector', 'city'] as const;
let apis: Awaited<ReturnType<typeof logins>>;

beforeAll(async () => {
  apis = await logins(test);
  await bridge(await World.build(test), test.database);
}, 600_000);

/** GraphQL has Directus's own collections at another place, and not every step. */
const inGraphql = ({ root, path }: Probe): boolean => !root.startsWith('directus_') && path.every(({ graphql }) => graphql);
const byRestOnly = (probe: Probe): boolean => !inGraphql(probe);

describe.each(ROLES)('%s', (role) => {
  let near: Probes;
  let all: Probes;
  const find = async (depth: number, followed: boolean): Promise<Probes> => {
    const graph = await readGraph(test.admin, apis[role], followed);
    return findProbes(graph, await Rows.read(test.database, apis[role], graph.collections), depth);
  };
  beforeAll(async () => {
    near = await find(2, true);
    all = await find(4, false);
  });
  const ask = async (asked: readonly (readonly [string, Probe])[]): Promise<string[]> => {
    const wrong: string[] = [];
    for (const [way, probe] of asked) {
      const told = await ways[way]?.(apis[role], probe);
      if (told) wrong.push(`${way} of ${nameOf(probe)} = ${probe.value}: ${told}`);
    }
    return wrong;
  };

  it('is told nothing of what lies behind hidden rows, over four steps', async () => {
    const { hidden } = all;
    // From the city nothing of this is hidden: what it finds is what counts there.
    if (role !== 'city') expect(hidden.length).toBeGreaterThan(100);
    expect(await askTogether(apis[role], hidden.filter(inGraphql))).toEqual([]);
    expect(await askAlone(apis[role], hidden.filter(byRestOnly))).toEqual([]);
  });

  it('is told nothing in any other way either', async () => {
    const first = all.hidden.filter(({ path }) => path.length === 1);
    const further = all.hidden.filter(({ path }) => path.length > 1);
    const names = Object.keys(ways);
    // Each path of one step in every way; each longer one in one way, all ways in turn.
    const asked = [
      ...first.flatMap((probe) => names.map((way) => [way, probe] as const)),
      ...further.map((probe, index) => [names[index % names.length] ?? '', probe] as const),
    ];
    expect(await ask(asked)).toEqual([]);
  });

  it('is told nothing over keys that have no list on their other side', async () => {
    const followed = near.hidden.filter(({ path }) => path.some(({ name }) => name.startsWith('$FOLLOW')));
    expect(await ask(followed.map((probe) => ['filter', probe]))).toEqual([]);
  });

  it('is told all that lies behind visible rows', async () => {
    expect(all.visible.length).toBeGreaterThan(20);
    expect(await askTogether(apis[role], all.visible.filter(inGraphql))).toEqual([]);
    expect(await askAlone(apis[role], all.visible.filter(byRestOnly))).toEqual([]);
    expect(await askAlone(apis[role], all.visible, someOf)).toEqual([]);
    const contrary = all.visible.map((probe) => ({ ...probe, found: probe.missed }));
    expect(await askAlone(apis[role], contrary, noneOf)).toEqual([]);
  });
});
