import { chineseMoment } from '../text/chineseMoment.ts';
import { chineseMonth } from '../text/printText.ts';

interface Presented {
  readonly period: string;
  readonly office: { readonly timezone: string };
  readonly report: { readonly submitted_at: string; readonly due_at: string; readonly on_time: boolean; readonly submission: number };
}

/** Texts of a monthly report as people read them, for wording that is composed by eye. */
export function presentReport({
  period,
  office,
  report,
}: Presented): Readonly<Record<'period' | 'submitted_at' | 'due_at' | 'timeliness' | 'timely' | 'again', string>> {
  return {
    period: chineseMonth(period),
    submitted_at: chineseMoment(report.submitted_at, office.timezone),
    due_at: chineseMoment(report.due_at, office.timezone),
    timeliness: report.on_time ? '按时' : '逾期',
    // A report that comes again is as early as it was the first time, whenever it comes.
    timely: report.submission > 1 ? `首次报送${report.on_time ? '按时' : '逾期'}` : `${report.on_time ? '按时' : '逾期'}报送`,
    again: report.submission > 1 ? `（第${report.submission}次报送）` : '',
  };
}
