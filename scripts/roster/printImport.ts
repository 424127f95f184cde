import { rosterTexts } from '../texts/maintenanceTexts.ts';

interface Counts {
  readonly enterprises: number;
  readonly inspectors: number;
  readonly teams: number;
}

/** What `/zhudian/roster/import` answers. */
export interface ImportAnswer {
  readonly dry_run: boolean;
  readonly created: Counts;
  readonly changed: Counts;
  readonly unchanged: Counts;
  readonly rows: readonly {
    readonly row: number;
    readonly enterprise: string;
    readonly outcome: string;
    readonly faults: readonly { readonly message: string }[];
  }[];
}

/** An import for the terminal: what is wrong line by line, then the counts. */
export function printImport({ dry_run, created, changed, unchanged, rows }: ImportAnswer): string {
  const faulty = rows.filter(({ outcome }) => outcome === 'fault');
  const faults = faulty.flatMap(({ row, enterprise, faults: told }) => told.map(({ message }) => rosterTexts.row(row, enterprise, message)));
  const { counts } = rosterTexts;
  const end = faulty.length > 0 ? rosterTexts.faulty(faulty.length) : dry_run ? rosterTexts.trial() : rosterTexts.written();
  return [
    ...faults,
    counts(rosterTexts.created(), created),
    counts(rosterTexts.changed(), changed),
    counts(rosterTexts.unchanged(), unchanged),
    end,
  ].join('\n');
}
