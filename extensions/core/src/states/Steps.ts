/**
 * Who takes a step. The administrator of Directus and the server itself may take any that exists; somebody whose role is none of ours none.
 */
export type Actor = 'city' | 'county' | 'inspector' | 'automation' | 'auditor' | 'administrator' | 'unknown';

/** One step from a state to another. */
export interface Step {
  readonly by: readonly Actor[];
  /** The field that has to say why. */
  readonly reason?: string;
}

/** The steps of a record: from each state, the states it can go to. What is not here does not exist. */
export type Steps = Readonly<Record<string, Readonly<Record<string, Step>>>>;
