import { quarterBounds } from './quarterBounds.ts';

/** How a county is asked for its evaluation: in the quarter's last month, in its last week, and in the month after it. */
export type EvaluationStage = 'ask' | 'last' | 'overdue';

const LAST_DAYS = 7;

/**
 * The stage in which a quarter's evaluation is asked for on a day; null before its last month and more than a month after its end.
 *
 * @param quarter as `2026-Q4`
 * @param today `YYYY-MM-DD`
 */
export function evaluationStage(quarter: string, today: string): EvaluationStage | null {
  const { last } = quarterBounds(quarter);
  const left = (Date.parse(`${last}T00:00:00Z`) - Date.parse(`${today}T00:00:00Z`)) / 86_400_000;
  if (left < 0) return left >= -31 ? 'overdue' : null;
  if (left < LAST_DAYS) return 'last';
  return today.slice(0, 7) === last.slice(0, 7) ? 'ask' : null;
}
