import type { Edge } from './Graph.ts';

/** A path from a list the caller sees to a value at its end. */
export interface Probe {
  readonly root: string;
  readonly path: readonly Edge[];
  readonly column: string;
  readonly value: string;
  /** The listed rows that reach the value over visible rows; none for one that is hidden. */
  readonly found: readonly string[];
}

/** A path to a value that is reached over visible rows. */
export interface OpenProbe extends Probe {
  /** The listed rows that do not reach it. */
  readonly missed: readonly string[];
}

type Filter = Readonly<Record<string, unknown>>;

/** The question for the value, from some step of the path on. */
export function questionOf({ path, column, value }: Probe, from = 0): Filter {
  return path.slice(from).reduceRight<Filter>((inner, { name }) => ({ [name]: inner }), { [column]: { _eq: value } });
}

/** The same of a list's rows, by `_some`, or by `_none` the contrary; null where the path does not begin with a list. */
const ofList =
  (quantifier: '_some' | '_none') =>
  (probe: Probe): Filter | null => {
    const [first] = probe.path;
    return first?.many ? { [first.name]: { [quantifier]: questionOf(probe, 1) } } : null;
  };
export const someOf = ofList('_some');
export const noneOf = ofList('_none');

export const nameOf = ({ root, path, column }: Probe): string => [root, ...path.map(({ name }) => name), column].join('.');

/** What is wrong with the rows that answer a probe; null when they are the ones that should. */
export function faultOf(probe: Probe, answer: readonly { readonly id: string | number }[]): string | null {
  const rows = answer.map(({ id }) => String(id)).sort();
  return rows.join() === probe.found.join() ? null : `${nameOf(probe)} = ${probe.value}: ${rows.length} rows instead of ${probe.found.length}`;
}
