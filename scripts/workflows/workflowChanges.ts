import { diffLines } from 'diff';
import { workflowTexts } from '../texts/maintenanceTexts.ts';
import { WorkflowFile } from './WorkflowFile.ts';

type Values = ReadonlyMap<string, unknown>;

/** Parts of a node that say where it stands or who it is, and change nothing it does. */
const UNSAID = ['id', 'name', 'position'];

/**
 * What differs between two texts of a workflow, as a maintainer says it: nodes that came and went, each parameter with its old and new value, connections,
 * settings. Empty where nothing but the places of nodes differs.
 */
export function workflowChanges(before: string, after: string): string[] {
  const [from, to] = [before, after].map((text) => WorkflowFile.parse(JSON.parse(text))) as [WorkflowFile, WorkflowFile];
  const { id: _fromId, nodes: oldNodes, connections: oldConnections, ...oldWhole } = from;
  const { id: _toId, nodes: newNodes, connections: newConnections, ...newWhole } = to;
  const nodeOf = (nodes: WorkflowFile['nodes'], name: string) => nodes.find((node) => node.name === name);
  const names = [...new Set([...oldNodes, ...newNodes].map(({ name }) => name))];
  return [
    ...valueChanges(workflowTexts.whole(), flat(oldWhole), flat(newWhole)),
    ...names.flatMap((name) => {
      const [was, is] = [nodeOf(oldNodes, name), nodeOf(newNodes, name)];
      if (!was) return [`+ ${workflowTexts.node(name)} (${is?.type ?? ''})`];
      if (!is) return [`- ${workflowTexts.node(name)} (${was.type})`];
      return valueChanges(workflowTexts.node(name), flat(was, UNSAID), flat(is, UNSAID));
    }),
    ...connectionChanges(oldConnections, newConnections),
  ];
}

function valueChanges(where: string, before: Values, after: Values): string[] {
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((path) => {
    const [was, is] = [before.get(path), after.get(path)].map(asText);
    if (was === is) return [];
    return [`~ ${where}, ${path}:`, ...textChanges(was ?? '', is ?? '')];
  });
}

const asText = (value: unknown): string | undefined => (value === undefined || typeof value === 'string' ? value : JSON.stringify(value));

/** The lines that differ, each after its sign. */
function textChanges(before: string, after: string): string[] {
  return diffLines(`${before}\n`, `${after}\n`)
    .filter(({ added, removed }) => added || removed)
    .flatMap(({ added, value }) => value.split('\n').slice(0, -1).map((line) => `    ${added ? '+' : '-'} ${line}`));
}

/** Every value of a tree by its path; entries of a list are known by their name, key or place. */
function flat(tree: object, except: readonly string[] = [], path: readonly string[] = []): Map<string, unknown> {
  const entries = Array.isArray(tree)
    ? tree.map((value: unknown, place): [string, unknown] => [nameOf(value) ?? String(place + 1), value])
    : Object.entries(tree).filter(([key]) => path.length > 0 || !except.includes(key));
  return new Map(
    entries.flatMap(([key, value]: [string, unknown]) =>
      typeof value === 'object' && value !== null && Object.keys(value).length > 0
        ? [...flat(value, except, [...path, key])]
        : [[[...path, key].join(' › '), value] as [string, unknown]],
    ),
  );
}

function nameOf(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { name } = value as { name?: unknown };
  return typeof name === 'string' ? name : undefined;
}

function connectionChanges(before: WorkflowFile['connections'], after: WorkflowFile['connections']): string[] {
  const [was, is] = [before, after].map(wires) as [string[], string[]];
  return [
    ...was.filter((wire) => !is.includes(wire)).map((wire) => `- ${workflowTexts.wire(wire)}`),
    ...is.filter((wire) => !was.includes(wire)).map((wire) => `+ ${workflowTexts.wire(wire)}`),
  ];
}

/** `“A” (1) → “B”`, the number being the output of A. */
function wires(connections: WorkflowFile['connections']): string[] {
  return Object.entries(connections).flatMap(([from, { main = [] }]) =>
    main.flatMap((targets, output) => (targets ?? []).map(({ node }) => `“${from}” (${output + 1}) → “${node}”`)),
  );
}
