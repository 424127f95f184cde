import type { FieldFault } from '../errors/FieldFault.ts';

/** Somebody a roster names. */
export interface RosterPerson {
  readonly name: string;
  /** Null when the file does not say. */
  readonly level: 'city' | 'county' | null;
  readonly phone: string | null;
  readonly organisation: string | null;
  readonly position: string | null;
}

/** The columns of an enterprise that a roster may carry; null where it says nothing. */
export interface RosterEnterprise {
  readonly name: string;
  readonly uscc: string | null;
  readonly enterprise_type: string | null;
  readonly risk_level: 'red' | 'orange' | 'yellow' | 'blue' | null;
  readonly address: string | null;
  readonly legal_representative: string | null;
  readonly safety_manager: string | null;
  readonly phone: string | null;
}

/** One enterprise of a roster with its people, as the file has it. */
export interface RosterRow {
  /** The number of its first line in the sheet, from 1. */
  readonly row: number;
  /** The county as written; null when the file has no such column. */
  readonly county: string | null;
  readonly enterprise: RosterEnterprise;
  readonly people: readonly RosterPerson[];
  readonly faults: readonly FieldFault[];
}

/** A sheet as lines of texts; merged cells are filled in, blank ones are ''. */
export type Grid = readonly (readonly string[])[];
