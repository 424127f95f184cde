import type { TemplateFault } from '../documents/TemplateFault.ts';
import { spreadCells } from './spreadCells.ts';
import { MOST_CELLS, TOO_WIDE } from './tooWide.ts';

const REQUIRED = ['[Content_Types].xml', '_rels/.rels', 'xl/workbook.xml'];
/** What a form needs none of, and what exceljs would leave out without a word. */
const REFUSED: readonly (readonly [RegExp, string])[] = [
  [/(^|\/)vbaProject\.bin$/i, '宏'],
  [/^xl\/charts?\//i, '图表'],
  [/^xl\/pivot/i, '数据透视表'],
  [/^xl\/(externalLinks|connections|queryTables)/i, '到其他文件或数据库的链接'],
  [/^xl\/(embeddings|activeX|ctrlProps)\//i, '控件或嵌入的对象'],
  [/^xl\/threadedComments\//i, '批注'],
  [/^xl\/diagrams\//i, ' SmartArt 图形'],
  [/^xl\/slicer/i, '切片器'],
  [/^xl\/tables\//i, '“表格”（套用了表格格式的区域）'],
];
const SHAPE = /<xdr:(sp|cxnSp|grpSp)\b/;
/** What a template lacks to be a workbook, and what it holds that a form may not have. */
export function partFaults(entries: ReadonlyMap<string, Uint8Array>): TemplateFault[] {
  const faults: TemplateFault[] = [];
  const missing = REQUIRED.filter((name) => !entries.has(name));
  const [first] = missing;
  if (first !== undefined) {
    const message = entries.has('word/document.xml')
      ? '文件其实是 Word 文档，这里要用 Excel 模板。请上传 Excel 工作簿（*.xlsx）。'
      : `这不是 Excel 工作簿：缺少 ${missing.join('、')}。请在 Excel 或 WPS 中另存为“Excel 工作簿（*.xlsx）”后重新上传。`;
    faults.push({ id: 'not_a_template', tag: null, part: first, message });
  }
  for (const [pattern, what] of REFUSED) {
    const part = [...entries.keys()].find((name) => pattern.test(name));
    if (part !== undefined) {
      faults.push({ id: 'part_refused', tag: null, part, message: `模板含有${what}，生成的表格中不能有。请删去后另存为 .xlsx，再重新上传。` });
    }
  }
  const shapes = [...entries].find(
    ([name, content]) => /^xl\/drawings\/drawing\d*\.xml$/.test(name) && SHAPE.test(new TextDecoder().decode(content)),
  );
  if (shapes) {
    const message = '模板含有文本框或形状，生成的表格中不会有。请把里面的文字写进单元格、删去形状，再重新上传。';
    faults.push({ id: 'part_refused', tag: null, part: shapes[0], message });
  }
  if (spreadCells(entries) > MOST_CELLS) faults.push(TOO_WIDE);
  return faults;
}
