import type { Row } from '../insertRows.ts';

/** The demo as rows of its tables, in the order in which they refer to each other, and the files they show. */
export interface DemoData {
  /** One of each inspector, whatever they sign. */
  readonly signatures: readonly { readonly id: string }[];
  readonly contacts: readonly Row[];
  readonly enterprises: readonly Row[];
  readonly inspectors: readonly Row[];
  readonly teams: readonly Row[];
  readonly team_members: readonly Row[];
  readonly task_lists: readonly Row[];
  readonly task_items: readonly Row[];
  readonly visits: readonly Row[];
  readonly visit_inspectors: readonly Row[];
  readonly visit_items: readonly Row[];
  readonly hazards: readonly Row[];
  readonly hazard_events: readonly Row[];
}
