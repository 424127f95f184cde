import type { Contest } from './Contest.ts';

/** The row of a visit's person, with what the person says of its signature. */
export interface NamedRow extends Contest {
  readonly id: string;
  readonly name: string;
  readonly status: string;
}
