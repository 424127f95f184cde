import type ExcelJS from 'exceljs';
import { readZip } from '../documents/readZip.ts';
import { TemplateError } from '../documents/TemplateError.ts';
import type { TemplateFault } from '../documents/TemplateFault.ts';
import { loadWorkbook } from './loadWorkbook.ts';
import { spreadCells } from './spreadCells.ts';

const REQUIRED = ['[Content_Types].xml', '_rels/.rels', 'xl/workbook.xml'];
/** What a form needs none of, and what exceljs would leave out without a word. */
const REFUSED: readonly (readonly [RegExp, string])[] = [
  [/(^|\/)vbaProject\.bin$/i, '宏'],
  [/^xl\/charts?\//i, '图表'],
  [/^xl\/pivot/i, '数据透视表'],
  [/^xl\/(externalLinks|connections|queryTables)/i, '到其他文件或数据库的链接'],
  [/^xl\/(embeddings|activeX|ctrlProps)\//i, '控件或嵌入的对象'],
];
/** A form is a few pages; each of these is an object in the memory of whoever reads it. */
const MOST_CELLS = 100_000;

const TOO_WIDE: TemplateFault = {
  id: 'too_many_cells',
  tag: null,
  part: null,
  message: '合并单元格、数据验证、名称或内容涉及的区域过大（上限 10 万个单元格）。请改为只包含表格本身的区域，删除表格以外的行和列后重新上传。',
};

/** A template as exceljs reads it. Throws `TemplateError` when the file is no usable .xlsx, or brings along what a form may not have. */
export async function openSpreadsheet(template: Uint8Array): Promise<ExcelJS.Workbook> {
  const entries = readZip(template, 'Excel');
  const faults: TemplateFault[] = [];
  const missing = REQUIRED.filter((name) => !entries.has(name));
  const [first] = missing;
  if (first !== undefined) {
    const message = `这不是 Excel 工作簿：缺少 ${missing.join('、')}。请在 Excel 或 WPS 中另存为“Excel 工作簿（*.xlsx）”后重新上传。`;
    faults.push({ id: 'not_a_template', tag: null, part: first, message });
  }
  for (const [pattern, what] of REFUSED) {
    const part = [...entries.keys()].find((name) => pattern.test(name));
    if (part !== undefined) {
      faults.push({ id: 'part_refused', tag: null, part, message: `模板含有${what}，生成的表格中不能有。请删去后另存为 .xlsx，再重新上传。` });
    }
  }
  if (spreadCells(entries) > MOST_CELLS) faults.push(TOO_WIDE);
  if (faults.length > 0) throw new TemplateError(faults, { office: 'Excel' });
  const workbook = await loadWorkbook(entries).catch((error: unknown) => {
    const message = '工作簿的内容读取不了，可能已损坏。请在 Excel 或 WPS 中打开、另存为 .xlsx 后重新上传。';
    throw new TemplateError([{ id: 'workbook_unreadable', tag: null, part: null, message }], { office: 'Excel', cause: error });
  });
  if (workbook.worksheets.some(reachesTooFar)) throw new TemplateError([TOO_WIDE], { office: 'Excel' });
  return workbook;
}

/** One cell far out makes every one before it when the sheet is gone through. */
function reachesTooFar(sheet: ExcelJS.Worksheet): boolean {
  let cells = sheet.rowCount;
  sheet.eachRow({ includeEmpty: false }, (row) => void (cells += row.cellCount));
  return cells > MOST_CELLS;
}
