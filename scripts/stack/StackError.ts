/** A fault somebody can put right: what happened, and what to do about it. Printed without a stack trace. */
export class StackError extends Error {
  readonly remedy: string;

  constructor(message: string, remedy: string, options?: { cause?: unknown }) {
    super(message, options);
    this.name = 'StackError';
    this.remedy = remedy;
  }
}
