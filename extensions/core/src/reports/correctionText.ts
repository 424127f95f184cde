import { chineseMonth } from '../text/printText.ts';
import { FIGURES } from './figures.ts';
import type { ReportChange } from './ReportFacts.ts';

/** What was corrected since the report before, in one sentence; blank when nothing was. */
export function correctionText(changes: readonly ReportChange[]): string {
  const [first] = changes;
  if (!first) return '';
  const told = changes.map(({ figure, reported, now, difference }) => {
    const sign = difference.startsWith('-') ? '' : '+';
    return `${FIGURES[figure]}由${reported}更正为${now}（${sign}${difference}）`;
  });
  return `${chineseMonth(first.period)}报送后有更正，已计入本次累计数：${told.join('；')}。`;
}
