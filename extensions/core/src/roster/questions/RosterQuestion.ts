export interface RosterChoice {
  readonly value: string;
  readonly label: string;
}

/**
 * Something that a file leaves open. The answer goes back with the file under the question's id: for a cell (`附件1!D5`) the text that it
 * should have, else one of the choices.
 */
export interface RosterQuestion {
  readonly id: string;
  /** Blank when it is about the whole file. */
  readonly sheet: string;
  /** Null when it is about more than a cell. */
  readonly cell: string | null;
  readonly row: number | null;
  /** What stands there. */
  readonly text: string;
  readonly message: string;
  readonly choices: readonly RosterChoice[];
  /** Whether another text than the choices' may be given. */
  readonly free: boolean;
  /** Whether nothing is written before it is answered; else the first choice holds. */
  readonly required: boolean;
  readonly answer: string | null;
}
