import { reportingStand, type ReportingStand } from '@zhudian/core/reports/reportingStand.ts';
import type { Statistics } from '../../api/statistics/readStatistics.ts';

/** How the reports of a table's month stand. */
export function statisticsStand(statistics: Pick<Statistics, 'rows' | 'missing'> | null): ReportingStand {
  const missing = statistics?.missing.length ?? 0;
  return reportingStand(missing + (statistics?.rows.filter(({ reported }) => reported).length ?? 0), missing);
}
