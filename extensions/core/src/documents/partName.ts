const CELL = /^(.*)!([A-Z]+\d+)$/;

/** What the editor of a template calls a part of the package: `word/header2.xml` is 页眉; a cell is named by its sheet and address. */
export function partName(part: string | null): string {
  if (part === null) return '模板';
  if (CELL.test(part)) return part.replace(CELL, '工作表“$1”单元格 $2');
  const file = part.slice(part.lastIndexOf('/') + 1);
  if (part === 'word/settings.xml') return '模板';
  if (file === 'document.xml') return '正文';
  if (/^header\d*\.xml$/.test(file)) return '页眉';
  if (/^footer\d*\.xml$/.test(file)) return '页脚';
  if (/^(foot|end)notes\.xml$/.test(file)) return '脚注或尾注';
  if (/^comments/.test(file)) return '批注';
  if (part.startsWith('docProps/')) return '文档属性';
  return `部件 ${part}`;
}
