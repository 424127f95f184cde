import { figureClaims } from './figureClaims.ts';

interface Drafts {
  /** What was drafted the last time; null where nothing was. */
  readonly before: string | null;
  /** What is drafted now. */
  readonly after: string;
  /** `YYYY-MM` */
  readonly period: string;
  readonly names: readonly string[];
}

/**
 * A text brought up to date: sentences that nobody touched since they were drafted, and, in a person's own sentences, figures that still are the
 * drafted ones. A person's words and the figures they wrote themselves stay.
 */
export function refreshText(current: string | null, { before, after, period, names }: Drafts): string {
  const text = current ?? '';
  if (text.trim() === '' || text.trim() === before?.trim()) return after;
  if (before === null) return text;
  const [old, fresh] = [sentences(before), sentences(after)];
  const follows = new Map(old.map((sentence, index) => [sentence.trim(), successor(sentence, index, old, fresh)]));
  const drafted = figuresOf(before, period, names);
  const counted = figuresOf(after, period, names);
  return sentences(text)
    .map((sentence) => {
      const next = follows.get(sentence.trim());
      if (next !== undefined) return next === null ? sentence : sentence.replace(sentence.trim(), () => next.trim());
      return withFigures(sentence, (figure, number) => (drafted.get(figure) === number ? counted.get(figure) : undefined), period, names);
    })
    .join('');
}

/** What an old sentence has become: the one in its place, or the one of the same words; null where it is there no more. */
function successor(sentence: string, index: number, old: readonly string[], fresh: readonly string[]): string | null {
  const mask = (one: string): string => one.trim().replace(/[0-9]+(?:\.[0-9]+)?/g, '#');
  return fresh.find((one) => mask(one) === mask(sentence)) ?? (old.length === fresh.length ? (fresh[index] ?? null) : null);
}

const sentences = (text: string): string[] => text.match(/[^。；;\n]+[。；;\n]*|[。；;\n]+/gu) ?? [];

function figuresOf(text: string, period: string, names: readonly string[]): Map<string, string> {
  return new Map(figureClaims(text, period, names).map(({ figure, number }) => [figure, number]));
}

function withFigures(
  sentence: string,
  next: (figure: string, number: string) => string | undefined,
  period: string,
  names: readonly string[],
): string {
  return figureClaims(sentence, period, names).reduceRight((text, { figure, number, from, to }) => {
    const value = next(figure, number);
    return value === undefined ? text : text.slice(0, from) + value + text.slice(to);
  }, sentence);
}
