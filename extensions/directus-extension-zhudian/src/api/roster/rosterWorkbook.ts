import ExcelJS from 'exceljs';

/** One line of a roster as it is written. */
export interface RosterLine {
  readonly county: string;
  readonly name: string;
  readonly uscc: string | null;
  readonly enterprise_type: string | null;
  readonly risk_level: string | null;
  readonly address: string | null;
  readonly legal_representative: string | null;
  readonly safety_manager: string | null;
  readonly phone: string | null;
  readonly city: string;
  readonly city_phone: string;
  readonly local: string;
  readonly local_phone: string;
}

/** A4, as the format numbers paper; the library's names for it leave A4 out. */
// eslint-disable-next-line @typescript-eslint/no-unsafe-enum-assignment
const A4: ExcelJS.PaperSize = 9;

/** The columns of annex 1 with what the import reads besides; names and widths. */
export const COLUMNS: readonly (readonly [keyof RosterLine, string, number])[] = [
  ['county', '县（市、区）', 14],
  ['name', '企业名称', 34],
  ['uscc', '统一社会信用代码', 22],
  ['enterprise_type', '企业类型', 12],
  ['risk_level', '风险等级', 10],
  ['address', '地址', 28],
  ['legal_representative', '法定代表人', 12],
  ['safety_manager', '安全负责人', 12],
  ['phone', '企业联系电话', 16],
  ['city', '市级驻点人员', 18],
  ['city_phone', '市级人员联系电话', 20],
  ['local', '县级驻点人员', 18],
  ['local_phone', '县级人员联系电话', 20],
];
export const RISKS: Readonly<Record<string, string>> = { red: '红', orange: '橙', yellow: '黄', blue: '蓝' };

const EXAMPLES: readonly RosterLine[] = [
  {
    ...{
      county: '任城区',
      name: '示例精细化工有限公司',
      uscc: '91350100M000100Y43',
      enterprise_type: '涂料',
      risk_level: '黄',
      address: '示例路1号',
    },
    ...{
      legal_representative: '甲某',
      safety_manager: '乙某',
      phone: '0537-0001234',
      city: '丙某',
      city_phone: '0537-0001235',
      local: '丁某',
      local_phone: '0537-0001236',
    },
  },
  {
    ...{
      county: '任城区',
      name: '示例助剂厂',
      uscc: null,
      enterprise_type: '助剂',
      risk_level: '蓝',
      address: '示例路2号',
      legal_representative: null,
      safety_manager: null,
      phone: null,
    },
    ...{ city: '', city_phone: '', local: '丁某、戊某', local_phone: '0537-0001236、0537-0001237' },
  },
];

/** The roster as a workbook; without lines it is the template, with two examples that an import passes over. */
export async function rosterWorkbook(lines: readonly RosterLine[] | null): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet('名单', {
    views: [{ state: 'frozen', ySplit: 3 }],
    pageSetup: { orientation: 'landscape', paperSize: A4, fitToPage: true, fitToHeight: 0 },
  });
  sheet.columns = [{ width: 8 }, ...COLUMNS.map(([, , width]) => ({ width }))];
  sheet.addRow(['附件1']).font = { name: '黑体', size: 14 };
  const title = sheet.addRow(['各县（市、区）驻点企业和驻点人员名单']);
  sheet.mergeCells(2, 1, 2, COLUMNS.length + 1);
  title.font = { name: '方正小标宋简体', size: 18 };
  title.alignment = { horizontal: 'center', vertical: 'middle' };
  title.height = 32;
  const head = sheet.addRow(['序号', ...COLUMNS.map(([, name]) => name)]);
  head.font = { name: '黑体', size: 11 };
  head.height = 30;
  head.eachCell((cell) => void (cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFE8EEF4' } }));
  const written = lines ?? EXAMPLES;
  written.forEach((line, index) => {
    // Texts are texts: what begins with = + - @ is never read as a formula.
    sheet.addRow([lines ? index + 1 : '示例', ...COLUMNS.map(([key]) => line[key] ?? '')]);
  });
  sheet.eachRow((row, number) => {
    if (number < 3) return;
    row.eachCell({ includeEmpty: true }, (cell) => {
      cell.numFmt = '@';
      cell.border = { top: { style: 'thin' }, left: { style: 'thin' }, bottom: { style: 'thin' }, right: { style: 'thin' } };
      cell.alignment = { vertical: 'middle', horizontal: number === 3 ? 'center' : 'left', wrapText: true };
    });
  });
  if (!lines) {
    sheet.addRow([]);
    const note = sheet.addRow([
      '说明：两行“示例”导入时自动跳过。每家企业至少两名驻点人员，同一格多人用“、”分开，电话按相同顺序填写；没有信用代码的企业按名称识别；留空的格不改变系统内已有内容。',
    ]);
    sheet.mergeCells(note.number, 1, note.number, COLUMNS.length + 1);
    note.alignment = { wrapText: true, vertical: 'top' };
    note.height = 36;
    const risk = COLUMNS.findIndex(([key]) => key === 'risk_level') + 2;
    for (let row = 4; row < 504; row += 1) sheet.getCell(row, risk).dataValidation = { type: 'list', allowBlank: true, formulae: ['"红,橙,黄,蓝"'] };
  }
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

/** The same as CSV, for who has no Excel: UTF-8 with a mark that Excel knows, texts that look like formulas marked as texts. */
export function rosterCsv(lines: readonly RosterLine[]): Buffer {
  const cell = (text: string): string => `"${text.replace(/^(?=[=+\-@＝＋－＠\t])/, "'").replace(/"/g, '""')}"`;
  const rows = [
    ['序号', ...COLUMNS.map(([, name]) => name)],
    ...lines.map((line, index) => [String(index + 1), ...COLUMNS.map(([key]) => line[key] ?? '')]),
  ];
  return Buffer.from(`\ufeff${rows.map((cells) => cells.map(cell).join(',')).join('\r\n')}\r\n`);
}
