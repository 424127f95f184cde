/** What somebody enters into one field of a form, by the kind of its control. */
export type FieldValue =
  | { readonly text: string }
  /** One of the choices of a list or of radio buttons, by its words. */
  | { readonly choice: string }
  /** A row of another collection, found by searching for its name. */
  | { readonly row: string }
  /** Rows that are hung on this one, found in the same way. */
  | { readonly rows: readonly string[] }
  /** A row of a list that is written inside of this form. */
  | { readonly inner: Readonly<Record<string, FieldValue>> }
  | { readonly today: true }
  /** Beijing time, `2026-11-29T07:39`. */
  | { readonly moment: string }
  /** A file of this machine. */
  | { readonly file: string };
