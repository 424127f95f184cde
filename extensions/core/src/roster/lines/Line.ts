import type { FieldFault } from '../../errors/FieldFault.ts';
import type { RosterEnterprise, RosterPerson } from '../rows/RosterRow.ts';

/** A row of a table as it was read: an enterprise with people, or more people of the enterprise above. */
export interface Line {
  readonly sheet: string;
  readonly row: number;
  readonly county: string | null;
  readonly hints: readonly string[];
  /** What stands under 序号. */
  readonly number: string | null;
  /** Whether it goes on with the enterprise of the line before it. */
  readonly continues: boolean;
  readonly enterprise: RosterEnterprise;
  readonly people: readonly RosterPerson[];
  readonly faults: readonly FieldFault[];
  readonly notes: readonly string[];
}
