import { FIGURES } from './figures.ts';
import type { ReportChange } from './ReportFacts.ts';

/** A figure that is another one since its report was handed in, with both numbers. */
export function correctedText({ figure, reported, now, difference }: Omit<ReportChange, 'period'>): string {
  return `${FIGURES[figure]}报送${reported}，现为${now}（${difference.startsWith('-') ? '' : '+'}${difference}）`;
}
