/** One measured figure beside what it should be; both in the unit named. */
export interface Figure {
  readonly name: string;
  readonly unit: string;
  readonly measured: number;
  readonly goal: number | null;
  readonly samples: number;
}
