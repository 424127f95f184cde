import { rosterTexts } from '../texts/maintenanceTexts.ts';

interface Counts {
  readonly enterprises: number;
  readonly inspectors: number;
  readonly teams: number;
}

/** More than these are not listed in a line. */
const MOST_CHOICES = 8;

/** A question that a file leaves open; `answer` is null while nobody has answered it. */
export interface RosterQuestion {
  readonly id: string;
  readonly sheet: string;
  readonly message: string;
  readonly choices: readonly { readonly value: string; readonly label: string }[];
  readonly required: boolean;
  readonly answer: string | null;
}

/** What `/zhudian/roster/import` answers. */
export interface ImportAnswer {
  readonly dry_run: boolean;
  readonly created: Counts;
  readonly changed: Counts;
  readonly unchanged: Counts;
  readonly rows: readonly {
    readonly sheet: string;
    readonly row: number;
    readonly enterprise: string;
    readonly outcome: string;
    readonly faults: readonly { readonly message: string }[];
    readonly notes: readonly string[];
  }[];
  readonly notes: readonly { readonly sheet: string; readonly message: string }[];
  readonly unread: readonly { readonly sheet: string; readonly message: string }[];
  readonly questions: readonly RosterQuestion[];
  readonly accounting: readonly {
    readonly sheet: string;
    readonly rows: number;
    readonly read: number;
    readonly passed: number;
    readonly unclear: number;
  }[];
  readonly absent: readonly { readonly name: string; readonly county: string }[];
}

/** A question for the terminal, with the id that `--answers` answers it by. */
export function printQuestion({ id, message, choices, required }: RosterQuestion): string {
  const kind = required ? rosterTexts.required() : rosterTexts.optional();
  if (choices.length === 0 || choices.length > MOST_CHOICES) return rosterTexts.question(kind, message, JSON.stringify(id));
  const offered = choices.map(({ value, label }) => `${JSON.stringify(value)} ${label}`).join(' | ');
  return rosterTexts.questionOf(kind, message, JSON.stringify(id), offered);
}

/** What is wrong with the rows, line by line. */
export const printFaults = (rows: readonly Pick<ImportAnswer['rows'][number], 'sheet' | 'row' | 'enterprise' | 'faults'>[]): string[] =>
  rows.flatMap(({ sheet, row, enterprise, faults }) => faults.map(({ message }) => at(sheet, rosterTexts.row(row, enterprise, message))));

/** An import for the terminal: what is wrong line by line, what was not read, what is unclear, then the counts. */
export function printImport({ dry_run, created, changed, unchanged, rows, notes, unread, questions, accounting, absent }: ImportAnswer): string {
  const faulty = rows.filter(({ outcome }) => outcome === 'fault').length;
  const asked = questions.filter(({ answer }) => answer === null);
  const open = asked.filter(({ required }) => required).length;
  const { counts } = rosterTexts;
  return [
    ...printFaults(rows),
    ...rows.flatMap(({ sheet, row, enterprise, notes: its }) => its.map((note) => at(sheet, rosterTexts.row(row, enterprise, note)))),
    ...[...unread, ...notes].map(({ sheet, message }) => at(sheet, message)),
    ...asked.map(printQuestion),
    ...accounting.map(({ sheet, rows: all, read, passed, unclear }) => rosterTexts.sums(sheet, all, read, passed, unclear)),
    ...(absent.length === 0 ? [] : [rosterTexts.absent(absent.length, absent.map(({ name }) => name).join(' | '))]),
    counts(rosterTexts.created(), created),
    counts(rosterTexts.changed(), changed),
    counts(rosterTexts.unchanged(), unchanged),
    ...(faulty > 0 ? [rosterTexts.faulty(faulty)] : []),
    ...(open > 0 ? [rosterTexts.open(open)] : []),
    ...(faulty > 0 || open > 0 ? [] : [dry_run ? rosterTexts.trial() : rosterTexts.written()]),
  ].join('\n');
}

const at = (sheet: string, message: string): string => (sheet === '' ? message : rosterTexts.sheet(sheet, message));
