import { FIGURES, type Figure } from '../reports/figures.ts';
import { median } from './median.ts';
import type { Suspicion } from './Suspicion.ts';
import type { Thresholds } from './Thresholds.ts';

/** One figure of a county, month by month in order; the last one is looked at, those before are its past. */
export interface FigureHistory {
  readonly county: string;
  readonly figure: Figure;
  readonly months: readonly { readonly period: string; readonly value: number }[];
  /** Whether the last month is still going on: it may be low without meaning anything. */
  readonly unfinished: boolean;
}

/**
 * Figures that are far from a county's own past: median and median deviation (MAD), which a single odd month of the past does not shift.
 * The spread is never taken for less than one, or than a fifth of the median: where every month was the same, one more is no news.
 */
export function outliers(histories: readonly FigureHistory[], { outlier_months, outlier_factor }: Thresholds): Suspicion[] {
  return histories.flatMap(({ county, figure, months, unfinished }) => {
    const last = months[months.length - 1];
    const past = months.slice(0, -1).map(({ value }) => value);
    if (!last || past.length < Math.max(3, outlier_months)) return [];
    const usual = median(past);
    const spread = Math.max(1, usual / 5, 1.4826 * median(past.map((value) => Math.abs(value - usual))));
    const away = last.value - usual;
    if (Math.abs(away) <= outlier_factor * spread || (away < 0 && unfinished)) return [];
    return [
      {
        key: `outlier:${county}:${last.period}:${figure}`,
        kind: 'outlier',
        county,
        visit: null,
        period: last.period,
        reason: `${last.period} “${FIGURES[figure]}”为 ${last.value}，本县此前 ${past.length} 个月的中位数为 ${usual}，${away > 0 ? '明显偏高' : '明显偏低'}；请核实`,
      } as const,
    ];
  });
}
