import { FIGURE_PATTERNS, PART_WORDS } from './figurePatterns.ts';
import type { NarrativeFigure } from './narrativeFigures.ts';

/** A figure of the county's month that a text states. */
export interface FigureClaim {
  readonly figure: NarrativeFigure;
  /** As written, without blanks. */
  readonly number: string;
  /** Which of the table's two it has to be; null where the words leave it open. */
  readonly span: 'month' | 'cumulative' | null;
  /** Where the number stands in the text. */
  readonly from: number;
  readonly to: number;
}

const PATTERNS = FIGURE_PATTERNS.map(([figure, major, pattern]) => ({ figure, major, pattern: new RegExp(pattern, 'gu') }));
const PARTS = new RegExp(PART_WORDS, 'u');
const SINCE = /(?:[0-9]{4}年)?[0-9]{1,2}月份?以来/u;
const SEGMENTS = /(?<![项处个条])(?=其中|重大|一般)/u;

/**
 * The figures of a county's month that a text states. A sentence about single enterprises, a part of the county or another time states none.
 * The same rule as `zhudian_figure_claims` in SQL.
 *
 * @param period `YYYY-MM`
 * @param names the county's enterprises
 */
export function figureClaims(text: string, period: string, names: readonly string[] = []): FigureClaim[] {
  const { plain, places } = flatten(text);
  const known = names.map((name) => flatten(name).plain).filter((name) => name !== '');
  const claims: FigureClaim[] = [];
  let start = 0;
  for (const sentence of plain.split(/(?<=[。;!?\n])/u)) {
    if (isOfWhole(sentence, Number(period.slice(5)), known)) {
      let at = start;
      for (const segment of sentence.split(SEGMENTS)) {
        claims.push(...segmentClaims(segment, at, places));
        at += segment.length;
      }
    }
    start += sentence.length;
  }
  return claims.sort((one, other) => one.from - other.from);
}

/** The text without blanks and quotation marks, in half-width signs, and where each of its characters stood. */
function flatten(text: string): { plain: string; places: number[] } {
  const places: number[] = [];
  let plain = '';
  let place = 0;
  for (const sign of text.replace(/(?<=[0-9]),(?=[0-9]{3}(?![0-9]))/g, ' ')) {
    const flat = sign === '\n' ? sign : sign.normalize('NFKC').replace(/[\s“”"'‘’「」*]/gu, '');
    for (let unit = 0; unit < flat.length; unit += 1) places.push(place);
    plain += flat;
    place += sign.length;
  }
  return { plain, places };
}

function isOfWhole(sentence: string, month: number, names: readonly string[]): boolean {
  if (PARTS.test(sentence) || names.some((name) => sentence.includes(name))) return false;
  return [...sentence.replace(SINCE, '').matchAll(/([0-9]{1,2})月/gu)].every(([, named]) => Number(named) === month);
}

function segmentClaims(segment: string, at: number, places: readonly number[]): FigureClaim[] {
  if (/^一般/u.test(segment)) return [];
  const isMajor = /^重大/u.test(segment);
  const claims: FigureClaim[] = [];
  let left = segment;
  for (const { figure, major, pattern } of PATTERNS) {
    const meant = isMajor ? major : figure;
    left = left.replace(pattern, (...found: unknown[]) => {
      const [whole, number, place] = found as [string, string, number];
      const first = at + place + whole.lastIndexOf(number);
      const span = spanOf(
        segment
          .slice(0, place + whole.length)
          .split(/[,、]/u)
          .at(-1) ?? '',
      );
      const from = places[first] ?? 0;
      const to = (places[first + number.length - 1] ?? from) + 1;
      if (meant) claims.push({ figure: meant, number, span, from, to });
      return '#'.repeat(whole.length);
    });
  }
  return claims;
}

/** @param clause the words up to the figure, from the last comma */
function spanOf(clause: string): FigureClaim['span'] {
  if (/累计|以来/u.test(clause)) return 'cumulative';
  return /本月|当月|本期/u.test(clause) ? 'month' : null;
}
