/** Why a row of a sheet was passed over. */
export type Reason = 'blank' | 'title' | 'heading' | 'town' | 'total' | 'note' | 'example' | 'number' | 'hidden' | 'skipped' | 'sheet';

/** What became of a row: every row of a sheet has one fate. */
export interface RowFate {
  readonly row: number;
  readonly fate: 'read' | 'passed' | 'unclear';
  readonly reason: Reason | null;
  /** What stands in a row that was passed over, shortened. */
  readonly text: string;
}
