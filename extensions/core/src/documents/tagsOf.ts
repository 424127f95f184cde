import { TAG_MEANINGS } from './tagMeanings.ts';

/** A tag that a template of a kind may use. */
export interface Tag {
  /** Within how many lists it stands. */
  readonly depth: number;
  readonly name: string;
  /** How many rows the example of a list has; null for a single value. */
  readonly rows: number | null;
  readonly meaning: string;
  /** The sample's value on one line; of a long text its beginning, of a list nothing. */
  readonly example: string;
}

const SHOWN = 40;

/** The tags that a kind of document offers, from its sample's data: a list's own tags follow it. */
export function tagsOf(data: Readonly<Record<string, unknown>>, depth = 0): Tag[] {
  return Object.entries(data).flatMap(([name, value]) => {
    const meaning = TAG_MEANINGS[name] ?? '';
    if (!Array.isArray(value)) return [{ depth, name, rows: null, meaning, example: example(value) }];
    // A value that the first row lacks may stand in a later one.
    const whole = Object.assign({}, ...(value as object[]).toReversed()) as Record<string, unknown>;
    return [{ depth, name, rows: value.length, meaning, example: '' }, ...tagsOf(whole, depth + 1)];
  });
}

function example(value: unknown): string {
  const text = (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : '').replace(/\s+/g, ' ');
  return text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text;
}
