/**
 * One thing that is wrong with a Word or Excel template, told to the person who edits it.
 * `message` is Chinese and says what is wrong, where, and what to do about it.
 */
export interface TemplateFault {
  /** Stable, for programs: docxtemplater's own id where there is one, else one of ours. */
  readonly id: string;
  /** The tag as its author wrote it, without braces; null when the fault is not about one tag. */
  readonly tag: string | null;
  /** The part of the package, as `word/document.xml`, or the cell, as `统计表!C6`; null when the fault is about the whole file. */
  readonly part: string | null;
  readonly message: string;
  /** Where it begins in the text of its part; only where that is known. */
  readonly at?: number;
}
