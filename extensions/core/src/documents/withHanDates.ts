import { hanDate } from './hanDate.ts';

/** The tags of all kinds that are a day or a month. */
export const DATE_TAGS = [
  'visited_on',
  'issued_on',
  'found_on',
  'deadline',
  'reported_on',
  'compiled_on',
  'filled_on',
  'evaluated_on',
  'reply_due',
  'as_of',
  'due',
  'period',
  'since',
] as const;
const isDateTag = (name: string): boolean => (DATE_TAGS as readonly string[]).includes(name);

/** A template's data with each of its dates in Chinese figures as well, `visited_on_han` beside `visited_on`, in its lists too. */
export function withHanDates<T extends object>(data: T): T {
  const entries = Object.entries(data).flatMap(([name, value]: [string, unknown]) => {
    if (Array.isArray(value)) return [[name, value.map((line: unknown) => (typeof line === 'object' && line !== null ? withHanDates(line) : line))]];
    return isDateTag(name) && typeof value === 'string'
      ? [
          [name, value],
          [`${name}_han`, hanDate(value)],
        ]
      : [[name, value]];
  });
  return Object.fromEntries(entries) as T;
}
