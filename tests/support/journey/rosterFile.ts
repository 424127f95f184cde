import ExcelJS from 'exceljs';

/** One line of a county's roster: the enterprise and its pair, each with their telephone. */
export interface RosterLine {
  readonly enterprise: string;
  readonly city: readonly [name: string, phone: string];
  readonly county: readonly [name: string, phone: string];
}

/** A roster (annex 1) as a county types it in Excel: a title above two lines of headings, and a note beneath. */
export async function rosterFile(county: string, lines: readonly RosterLine[]): Promise<Buffer> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('附件1');
  sheet.addRow(['各县（市、区）驻点企业和驻点人员名单']);
  sheet.mergeCells('A1:G1');
  sheet.addRow(['序号', '县（市、区）', '企业名称', '市级驻点人员', '市级人员联系电话', '县级驻点人员', '县级人员联系电话']);
  for (const [index, { enterprise, city, county: own }] of lines.entries()) sheet.addRow([index + 1, county, enterprise, ...city, ...own]);
  return Buffer.from(await book.xlsx.writeBuffer());
}
