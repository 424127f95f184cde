import { DOCUMENT_KINDS, documentData } from '../../extensions/core/src/documents/documentData.ts';
import { SPREADSHEET_KINDS, spreadsheetKey } from '../../extensions/core/src/documents/templateOf.ts';
import { DOCUMENT_NAMES } from '../../extensions/core/src/documents/tagMeanings.ts';
import { tagsOf, type Tag } from '../../extensions/core/src/documents/tagsOf.ts';

/** How Excel templates differ from Word ones. */
function spreadsheets(): string {
  const keys = SPREADSHEET_KINDS.map((kind) => `| \`${spreadsheetKey(kind)}\` | ${DOCUMENT_NAMES[kind]}的表格 | 与 \`${kind}\` 相同 |`);
  return [
    '## Excel 模板',
    '',
    '下列文书另有 Excel 模板，标识以 `_xlsx` 结尾，在“文书模板”中与 Word 模板一样上传、检查和启用。',
    '',
    '| 标识 | 文书 | 标签 |',
    '|---|---|---|',
    ...keys,
    '',
    '- 标签写法与 Word 模板相同，但不能放图片。`{#列表}` 写在一行的第一个格、`{/列表}` 写在同一行（或下面某行）的最后一个格，其间各行按列表重复；行高、格式、合并单元格随之重复，打印区域随之调整。',
    '- 单元格只写一个标签、且格式为数值（如 `0`、`0.00##`）时，填入的是数；其余一律是文本，以“=”“+”“-”“@”开头的也不会成为公式。',
    '- 求和写作 `=SUM(C6:C6)`，范围写重复的那一行，生成时自动扩展到所有重复行。求和以外的公式不能用。',
    '- 标签所在的单元格只用该单元格自己的字体，不保留格内的多种字体。',
    '- 模板中不能有宏、图表、数据透视表、外部链接和控件。检查时，所有问题连同工作表、单元格和标签一次列出。',
  ].join('\n');
}

/** The page of the tags of each kind, from the samples: what whoever edits a template may write, what it means, and how it looks. */
export function tagPage(samples: Readonly<Record<string, unknown>>): string {
  const sections = DOCUMENT_KINDS.map((kind) => {
    const data = documentData(kind, samples[kind]);
    return [`## ${DOCUMENT_NAMES[kind]}（\`${kind}\`）`, '', '| 标签 | 含义 | 示例 |', '|---|---|---|', ...tagsOf(data).map(row)].join('\n');
  });
  return `${[
    '# 文书模板的标签',
    '本页由程序按各文书的示例数据生成。模板用 Word 或 WPS 编辑，把标签写在要填数据的地方；列表写作 `{#列表}…{/列表}`，其中的标签逐行填写，“没有时”写作 `{^名称}…{/名称}`，图片写作 `{%名称}`。',
    ...sections,
    spreadsheets(),
  ].join('\n\n')}\n`;
}

/** A row of the table. */
function row({ depth, name, rows, meaning, example }: Tag): string {
  const within = '↳ '.repeat(depth);
  if (rows !== null) return `| ${within}\`{#${name}}\`…\`{/${name}}\` | ${meaning} | ${rows} 项 |`;
  return `| ${within}\`{${name}}\` | ${meaning} | ${example.replace(/\|/g, '\\|')} |`;
}
