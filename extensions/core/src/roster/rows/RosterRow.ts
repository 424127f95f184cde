import type { FieldFault } from '../../errors/FieldFault.ts';

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
  /** Only where somebody has confirmed it: a file alone changes no status. */
  readonly status: 'active' | 'suspended' | 'closed' | null;
}

/** One enterprise of a roster with its people, as the file has it. */
export interface RosterRow {
  readonly sheet: string;
  /** The number of its first line in the sheet, from 1. */
  readonly row: number;
  /** The county as written; null when the file has no such column. */
  readonly county: string | null;
  /** What may name the county where no column does: the sheet's name, the titles above the table. */
  readonly hints: readonly string[];
  readonly enterprise: RosterEnterprise;
  readonly people: readonly RosterPerson[];
  readonly faults: readonly FieldFault[];
  /** What whoever imports should know of it, in Chinese; nothing is wrong. */
  readonly notes: readonly string[];
}
