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

type Filter = Readonly<Record<string, unknown>>;

/** The question for the value, from some step of the path on. */
export function questionOf({ path, column, value }: Probe, from = 0): Filter {
  return path.slice(from).reduceRight<Filter>((inner, { name }) => ({ [name]: inner }), { [column]: { _eq: value } });
}

export const nameOf = ({ root, path, column }: Probe): string => [root, ...path.map(({ name }) => name), column].join('.');
