import { figureClaims, type FigureClaim } from './figureClaims.ts';
import { NARRATIVE_LABELS, type NarrativeValues } from './narrativeFigures.ts';

/** A figure that a text states and the table has otherwise. */
export interface FigureDifference extends FigureClaim {
  readonly label: string;
  /** What is counted, as people read it. */
  readonly counted: string;
}

/** What a text is compared with. */
export interface Compared {
  /** `YYYY-MM` */
  readonly period: string;
  readonly values: NarrativeValues;
  /** The names of the county's enterprises. */
  readonly names: readonly string[];
}

/** The figures of a text that are not what is counted. Where its words leave open which of the table's two is meant, either will do. */
export function figureDifferences(text: string, { period, values, names }: Compared): FigureDifference[] {
  return figureClaims(text, period, names).flatMap((claim) => {
    const value = values[claim.figure];
    if (!value) return [];
    const { month, cumulative } = value;
    const right = cumulative === null || claim.span === 'month' ? [month] : claim.span === 'cumulative' ? [cumulative] : [month, cumulative];
    if (right.some((one) => Number(one) === Number(claim.number))) return [];
    const counted =
      cumulative === null
        ? month
        : claim.span === null
          ? `本月${month}、累计${cumulative}`
          : claim.span === 'month'
            ? `本月${month}`
            : `累计${cumulative}`;
    return [{ ...claim, label: NARRATIVE_LABELS[claim.figure], counted }];
  });
}

/** The differences of a text as one sentence without its full stop; each once. */
export function differencesText(differences: readonly FigureDifference[]): string {
  return [...new Set(differences.map(({ label, number, counted }) => `${label}文字为${number}，统计为${counted}`))].join('；');
}
