import type ExcelJS from 'exceljs';
import { partName } from '../documents/partName.ts';
import type { TemplateFault } from '../documents/TemplateFault.ts';

const TAG = /\{[#^/%]?\s*([A-Za-z_]\w*)[^{}]*\}/;
const shown = (text: string): string => (text.length > 30 ? `${text.slice(0, 30)}…` : text);

/** What its makers have left in a sheet, and tags where nothing is filled in, each with its place. To be asked before `readSheet`, which takes merges apart. */
export function sheetFaults(sheet: ExcelJS.Worksheet): TemplateFault[] {
  const faults: TemplateFault[] = [];
  const name = `工作表“${sheet.name}”`;
  const tell = (id: string, place: string, message: string, part: string = sheet.name): void =>
    void faults.push({ id, tag: null, part, message: `${place}：${message}` });
  if (sheet.state !== 'visible') tell('hidden_text', name, '隐藏着，会随每份表格发出。请取消隐藏，或删去这个工作表，再重新上传。');
  // Its types leave out what it keeps of a protection.
  const { sheetProtection } = sheet as unknown as { readonly sheetProtection: { readonly sheet?: boolean } | null };
  if (sheetProtection?.sheet) tell('template_protected', name, '受保护，收到表格的人不能填写。请在“审阅”中撤消工作表保护，再重新上传。');
  if (TAG.test(sheet.name)) tell('tag_not_filled', name, '工作表名称里的标签不会被替换。请改为固定的名称。');
  const [, inHead] =
    /(\{[^{}]*\})/.exec(
      Object.values((sheet.headerFooter as object | null) ?? {})
        .filter((text) => typeof text === 'string')
        .join('\n'),
    ) ?? [];
  if (inHead !== undefined) tell('tag_not_filled', `${name}页眉页脚`, `标签“${inHead}”在这里不会被替换。请移到单元格里，或删去它。`);
  sheet.eachRow({ includeEmpty: true }, (row, number) => {
    if (row.hidden && row.hasValues)
      tell('hidden_text', `${name}第 ${number} 行`, '隐藏着而里面有内容，会随每份表格发出。请取消隐藏，或删去这一行，再重新上传。');
    // A comment may stand at a cell that is empty.
    row.eachCell({ includeEmpty: true }, (cell) => tellCell(cell, `${sheet.name}!${cell.address}`, tell));
  });
  for (const column of sheet.columns) {
    if (!column.hidden || !column.letter || !column.values?.some((value) => value !== null && value !== undefined)) continue;
    tell('hidden_text', `${name}${column.letter} 列`, '隐藏着而里面有内容，会随每份表格发出。请取消隐藏，或删去这一列，再重新上传。');
  }
  return faults;
}

function tellCell(cell: ExcelJS.Cell, part: string, tell: (id: string, place: string, message: string, part: string) => void): void {
  const note: unknown = cell.note;
  if (note !== undefined && note !== null)
    tell('comments_left', partName(part), `有批注（${shown(noteText(note))}），会随每份表格发出。请删除批注，再重新上传。`, part);
  const target = typeof cell.value === 'object' && cell.value !== null && 'hyperlink' in cell.value ? decoded(cell.value.hyperlink) : '';
  if (TAG.test(target)) tell('tag_not_filled', partName(part), `链接地址“${shown(target)}”里的标签不会被替换。请改为固定的地址，或取消链接。`, part);
}

function noteText(note: unknown): string {
  if (typeof note === 'string') return note;
  const { texts = [] } = note as { readonly texts?: readonly { readonly text: string }[] };
  return texts
    .map(({ text }) => text)
    .join('')
    .replace(/\s+/g, ' ');
}

function decoded(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}
