import { FIGURES } from '../reports/figures.ts';
import type { VisitFigure } from '../visits/visitFigures.ts';
import type { Suspicion } from './Suspicion.ts';
import type { Thresholds } from './Thresholds.ts';

/** One figure of a visit, beside what the county's other visits had. */
export interface VisitFigureFacts {
  readonly visit: string;
  readonly county: string;
  readonly figure: VisitFigure;
  readonly value: number;
  /** How many were there. */
  readonly people: number;
  readonly others: { readonly visits: number; readonly median: number; readonly deviation: number };
}

/** Visits of a county that are needed before one is held against the others. */
const ENOUGH = 10;

/**
 * Figures of a visit that are beyond what its people can do in a day, or far above what the county's other visits had. The spread is never taken
 * for less than two, or than half the median: most visits have none of most figures, and one or two are no news.
 */
export function unlikelyFigures(figures: readonly VisitFigureFacts[], { most, outlier_factor }: Thresholds): Suspicion[] {
  return figures.flatMap(({ visit, county, figure, value, people, others }) => {
    const limit = most[figure] * Math.max(1, people);
    const above = others.median + outlier_factor * Math.max(2, others.median / 2, 1.4826 * others.deviation);
    const why =
      value > limit
        ? `${people} 人一次驻点通常不超过 ${limit}`
        : others.visits >= ENOUGH && value > above
          ? `本县近 ${others.visits} 次驻点的中位数为 ${others.median}，明显偏高`
          : null;
    if (why === null) return [];
    const reason = `“${FIGURES[figure]}”为 ${value}，${why}；请核实`;
    return [{ key: `figure:${visit}:${figure}`, kind: 'figure', county, visit, period: null, reason } as const];
  });
}
