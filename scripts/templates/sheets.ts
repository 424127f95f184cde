import ExcelJS from 'exceljs';
import type { SpreadsheetKind } from '../../extensions/core/src/documents/templateOf.ts';
import { sealWorkbook } from '../../extensions/core/src/spreadsheets/sealWorkbook.ts';
import { COLUMNS, STATISTICS_NOTE, STATISTICS_TITLE } from './statistics.ts';

/** What is different between a county's annex 4 and the city's table of all counties. */
interface Form {
  readonly title: string;
  readonly mark: string;
  readonly above: string;
  readonly first: string;
  /** The list that the rows repeat for. */
  readonly list: string;
  readonly rowHeight: number;
  readonly total: boolean;
  readonly below: readonly string[];
}

const FORMS: Readonly<Record<SpreadsheetKind, Form>> = {
  statistics: {
    title: `${STATISTICS_TITLE}（{county}）`,
    mark: '附件4',
    above: '县（市、区）：{county}',
    first: '行业领域',
    list: 'rows',
    rowHeight: 42,
    total: false,
    below: ['联系人：{contact}　　　　　　　　　　填表日期：{filled_on}', STATISTICS_NOTE],
  },
  city_report: {
    title: `${STATISTICS_TITLE}（{period}）`,
    mark: '附件',
    above: '填表单位：{office}　　　　汇总月份：{period}　　　　汇总日期：{compiled_on}',
    first: '县（市、区）',
    list: 'counties',
    rowHeight: 17.5,
    total: true,
    // The note comes right below the table: it never stands on a page by itself.
    below: [
      STATISTICS_NOTE,
      '{#none_expected}本月没有应报送的县（市、区）。{/none_expected}{^none_expected}应报{expected}个县（市、区），已报{received}个，未报{missing_count}个。{/none_expected}{#missing}未报送：{missing}，合计不含其数据。{/missing}',
      '{#corrected}※{county}：{text}；表中为报送时的数据。{/corrected}',
    ],
  },
};

/** A4, as the format numbers paper; the library's names for it leave A4 out. */
// eslint-disable-next-line @typescript-eslint/no-unsafe-enum-assignment
const A4: ExcelJS.PaperSize = 9;
const HEAD = 4;
const LINE = HEAD + 2;
const LAST = COLUMNS.length + 2;
const THIN = { style: 'thin' } as const;
/** Widths are counted in digits of 7 pixels, with 5 pixels around them. */
const width = (mm: number): number => Math.round((((mm / 25.4) * 96 - 5) / 7) * 100) / 100;
/** `charset` and `family` lead to a Chinese font of the same kind where the font itself is missing. */
const font = (name: string, size: number, family: number): Partial<ExcelJS.Font> => ({ name, size, family, charset: 134 });
const HEADING = (size: number): Partial<ExcelJS.Font> => font('黑体', size, 3);
const BODY = (size: number): Partial<ExcelJS.Font> => font('仿宋_GB2312', size, 3);
/** Whole numbers, and 万元 as in the Word table: two decimals at least, more where there are more, none for nothing. */
const formatOf = (key: string): string => (key === 'reward_amount_wan' ? '[=0]0;0.00##' : '0');

/** The Excel template of a kind: annex 4 as the notice draws it. The same bytes each time. */
export async function spreadsheetTemplate(kind: SpreadsheetKind): Promise<Uint8Array> {
  const form = FORMS[kind];
  const workbook = new ExcelJS.Workbook();
  Object.assign(workbook, { title: form.title, creator: 'Zhudian', lastModifiedBy: 'Zhudian' });
  const sheet = workbook.addWorksheet('统计表', {
    views: [{ state: 'frozen', xSplit: 2, ySplit: LINE - 1, showGridLines: false }],
    headerFooter: { oddFooter: '&R&"宋体"&14— &P —', evenFooter: '&L&"宋体"&14— &P —', differentOddEven: true },
  });
  sheet.columns = [10, 27, ...COLUMNS.map(() => 14)].map((mm) => ({ width: width(mm) }));
  across(sheet, 1, form.mark, HEADING(16), 28);
  across(sheet, 2, STATISTICS_TITLE, font('方正小标宋简体', 22, 1), 36, 'center');
  across(sheet, 3, form.above, BODY(14), 28);
  heads(sheet, form);
  const tags = COLUMNS.map(([, key]) => `{${key}}`);
  numbers(sheet, LINE, form.rowHeight, [`{#${form.list}}{number}`, '{name}', ...tags.slice(0, -1), `${tags.at(-1) ?? ''}{/${form.list}}`]);
  let row = LINE + 1;
  if (form.total) {
    const letter = (index: number): string => sheet.getColumn(index + 3).letter;
    const sums = COLUMNS.map((_, index) => ({ formula: `SUM(${letter(index)}${LINE}:${letter(index)}${LINE})`, result: 0 }));
    numbers(sheet, row, form.rowHeight, ['合计', '', ...sums]);
    sheet.mergeCells(row, 1, row, 2);
    row += 1;
  }
  for (const text of form.below) {
    // A list's tags stand in two cells, so that its rows repeat and not its words in one.
    const list = /^(\{#(\w+)\}.*)(\{\/\2\})$/.exec(text);
    across(sheet, row, list?.[1] ?? text, BODY(12), 20, 'left', list ? LAST - 1 : LAST);
    if (list) sheet.getCell(row, LAST).value = list[3] ?? '';
    row += 1;
  }
  sheet.pageSetup = {
    ...{ paperSize: A4, orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0, horizontalCentered: true },
    margins: { left: inches(25), right: inches(25), top: inches(28), bottom: inches(26), header: inches(15), footer: inches(15) },
    printArea: `A1:${sheet.getColumn(LAST).letter}${row - 1}`,
    printTitlesRow: `${HEAD}:${HEAD + 1}`,
  };
  return await sealWorkbook(workbook);
}

const inches = (mm: number): number => Math.round((mm / 25.4) * 1000) / 1000;

/** A line over the whole width. */
function across(
  sheet: ExcelJS.Worksheet,
  row: number,
  text: string,
  face: Partial<ExcelJS.Font>,
  height: number,
  horizontal: 'left' | 'center' = 'left',
  last = LAST,
) {
  sheet.mergeCells(row, 1, row, last);
  Object.assign(sheet.getCell(row, 1), { value: text, font: face, alignment: { horizontal, vertical: 'middle', wrapText: true } });
  sheet.getRow(row).height = height;
}

function heads(sheet: ExcelJS.Worksheet, { first }: Form): void {
  const groups: readonly (readonly [string, number])[] = [
    ['派出驻点监督人员', 2],
    ['派驻企业单位', 2],
    ['督促企业单位落实责任及措施', 7],
    ['驻点监督排查发现隐患', 4],
  ];
  const set = (row: number, column: number, text: string, size: number): void => {
    const alignment = { horizontal: 'center', vertical: 'middle', wrapText: true } as const;
    Object.assign(sheet.getCell(row, column), { value: text, font: HEADING(size), alignment });
  };
  for (const [column, text] of [['序号'], [first]].entries()) {
    sheet.mergeCells(HEAD, column + 1, HEAD + 1, column + 1);
    set(HEAD, column + 1, text[0] ?? '', 10.5);
  }
  let column = 3;
  for (const [text, span] of groups) {
    sheet.mergeCells(HEAD, column, HEAD, column + span - 1);
    set(HEAD, column, text, 9);
    column += span;
  }
  for (const [index, [name]] of COLUMNS.entries()) set(HEAD + 1, index + 3, name.replace(/(?=[（“])/g, '\n'), 9);
  sheet.getRow(HEAD).height = 20;
  sheet.getRow(HEAD + 1).height = 54;
  border(sheet, HEAD);
  border(sheet, HEAD + 1);
}

/** A row of the table: whole numbers and amounts behind their formats, names as texts. */
function numbers(sheet: ExcelJS.Worksheet, row: number, height: number, values: readonly ExcelJS.CellValue[]): void {
  values.forEach((value, index) => {
    const numFmt = index === 1 ? '@' : formatOf(COLUMNS[index - 2]?.[1] ?? '');
    const alignment = { horizontal: 'center', vertical: 'middle', wrapText: index < 2, shrinkToFit: index >= 2 } as const;
    Object.assign(sheet.getCell(row, index + 1), { value, numFmt, font: BODY(10.5), alignment });
  });
  sheet.getRow(row).height = height;
  border(sheet, row);
}

function border(sheet: ExcelJS.Worksheet, row: number): void {
  for (let column = 1; column <= LAST; column += 1) sheet.getCell(row, column).border = { top: THIN, left: THIN, bottom: THIN, right: THIN };
}
