import { chineseDate } from '../text/chineseDate.ts';
import { chineseMonth, line, paragraphs } from '../text/printText.ts';
import { correctedText } from './correctedText.ts';
import { FIGURES, type Figure } from './figures.ts';
import type { CityReportFacts } from './ReportFacts.ts';
import { figureCells } from './statisticsTableData.ts';

/** Stands behind a county's name where its figures were corrected since it reported. */
const MARK = '※';

/** The data of the template `city_report`: who reported, what they wrote, their figures and the sum. */
export function cityReportData({ office, period, compiled_on, since, counties, total }: CityReportFacts): Record<string, unknown> {
  const reported = counties.flatMap(({ name, report }) => (report ? [{ county: line(name), ...report }] : []));
  const names = (list: readonly { readonly county: string }[]): string => list.map(({ county }) => county).join('、');
  const excerpts = (part: 'progress' | 'problems' | 'practices' | 'gap_explanation'): { county: string; text: string; closing: boolean }[] =>
    reported
      .map((report) => ({ county: report.county, text: paragraphs(report[part]) }))
      .filter(({ text }) => text !== '')
      .map((one, index, all) => ({ ...one, closing: index === all.length - 1 }));
  // A county that has not reported has its row all the same, left blank.
  const table = counties.map(({ name, report }, index) => {
    const isCorrected = (report?.corrected ?? []).length > 0;
    return { number: index + 1, name: `${line(name)}${isCorrected ? MARK : ''}`, ...figureCells(report?.figures ?? null) };
  });
  const order = Object.keys(FIGURES) as Figure[];
  const corrected = reported.flatMap(({ county, corrected: changes = [] }) =>
    changes.length === 0
      ? []
      : [{ county, text: [...changes].sort((one, other) => order.indexOf(one.figure) - order.indexOf(other.figure)).map(correctedText) }],
  );
  return {
    office: line(office.name),
    period: chineseMonth(period),
    compiled_on: chineseDate(compiled_on),
    since: chineseMonth(since),
    expected: counties.length,
    received: reported.length,
    on_time: reported.filter((report) => report.on_time).length,
    late: names(reported.filter((report) => !report.on_time)),
    missing: names(counties.filter(({ report }) => !report).map(({ name }) => ({ county: line(name) }))),
    none_expected: counties.length === 0,
    none_received: reported.length === 0,
    corrections: corrected.map(({ county, text }) => `${county}报送后有更正：${text.join('；')}。`).join(''),
    corrected: corrected.flatMap(({ county, text }) => text.map((one) => ({ county, text: one }))),
    progress: excerpts('progress'),
    problems: excerpts('problems'),
    practices: excerpts('practices'),
    gap_explanations: excerpts('gap_explanation'),
    missing_count: counties.length - reported.length,
    counties: table,
    total: [{ number: '', name: '合计', ...figureCells(total) }],
    rows: [...table, { number: '', name: '合计', ...figureCells(total) }],
  };
}
