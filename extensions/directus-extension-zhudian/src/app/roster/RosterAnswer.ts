/** What an import counts. */
export type Things = 'enterprises' | 'inspectors' | 'teams';
export type Counts = Readonly<Record<Things, number>>;

/** One enterprise of a file, and what its import would do. */
export interface RosterRow {
  readonly sheet: string;
  readonly row: number;
  readonly enterprise: string;
  readonly team: readonly { readonly name: string; readonly level: 'city' | 'county' | null; readonly phone: string | null }[];
  readonly outcome: 'create' | 'change' | 'keep' | 'fault';
  readonly changes: readonly { readonly field: string; readonly from: string | null; readonly to: string | null }[];
  readonly faults: readonly { readonly field: string; readonly message: string }[];
  readonly notes: readonly string[];
}

/** Something that a file leaves open. */
export interface RosterQuestion {
  readonly id: string;
  readonly sheet: string;
  readonly message: string;
  readonly choices: readonly { readonly value: string; readonly label: string }[];
  readonly free: boolean;
  readonly required: boolean;
  readonly answer: string | null;
}

/** Something of a sheet that was not read, or was passed over. */
export interface RosterRemark {
  readonly sheet: string;
  readonly message: string;
}

/** What `/zhudian/roster/import` answers. */
export interface RosterAnswer {
  readonly dry_run: boolean;
  readonly created: Counts;
  readonly changed: Counts;
  readonly unchanged: Counts;
  readonly rows: readonly RosterRow[];
  readonly questions: readonly RosterQuestion[];
  readonly notes: readonly RosterRemark[];
  readonly unread: readonly RosterRemark[];
  readonly accounting: readonly {
    readonly sheet: string;
    readonly rows: number;
    readonly read: number;
    readonly passed: number;
    readonly unclear: number;
  }[];
  readonly absent: readonly { readonly id: string; readonly name: string; readonly county: string }[];
}
