import { DOCUMENT_KINDS, documentData, type DocumentKind } from '../../extensions/core/src/documents/documentData.ts';
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

/** What is asked of a template that somebody uploads. */
function checks(): string {
  return [
    '## 上传时检查什么',
    '',
    '所有问题一次列出，每处写明位置（第几段、第几个表格第几行第几格、页眉页脚；Excel 写明工作表和单元格）和改法。',
    '',
    '| 模板里有 | 怎么处理 |',
    '|---|---|',
    '| 全角花括号、引号、全角字母、大小写不对、看不见的字符、中文标签、`${名称}`、`{{名称}}`、`«名称»`、`【名称】` 等写法 | 不收，写明应改成什么 |',
    '| 标签跨了两个段落；标签写在链接地址、域代码、域的结果、图表、尾注、页眉页脚（Excel）里 | 不收：这些地方不会替换 |',
    '| 日期、作者、文件名等会自己变的域；邮件合并的域 | 不收，改为标签或固定文字 |',
    '| 没有处理的修订、批注、隐藏文字（Excel：隐藏的工作表、行、列） | 不收，先处理 |',
    '| 限制编辑、建议只读、标记为最终、修订开着（Excel：工作表或工作簿保护） | 不收：收到的人不能填写、签字 |',
    '| 打开时会去外部读取的图片、链接、远程模板；宏、控件 | 不收 |',
    '| 没有一个标签 | 不收：每份文书都会一样 |',
    '| `.doc`、`.xls`、`.wps`、Word 2003 XML、RTF、网页、PDF、加密文件（只改了扩展名的也认得出） | 不收，写明其实是什么、怎样另存 |',
    '| 标签被 Word 拆成几段文字、夹着书签或拼写标记；文本框、内容控件、链接文字里的标签 | 收，照常替换 |',
    '| 作者、单位、修改时间、本机模板路径、WPS 自带的记录；内容控件的锁定和数据绑定；另存为 `.dotx` 的模板 | 收，生成的文书里自动去掉 |',
    '| 本机没有的字体 | 收：文书里写的仍是该字体，收件人电脑上有就用；预览时用同类字体代替（仿宋代仿宋、黑体代黑体） |',
  ].join('\n');
}

/** The page of the tags of each kind, from the samples: what whoever edits a template may write, what it means, and how it looks. */
export function tagPage(samples: Readonly<Record<string, unknown>>): string {
  const sections = DOCUMENT_KINDS.map((kind) => {
    const data = documentData(kind, samples[kind]);
    return [
      `## ${DOCUMENT_NAMES[kind]}（\`${kind}\`）`,
      '',
      ...pictures(kind),
      '| 标签 | 含义 | 示例 |',
      '|---|---|---|',
      ...tagsOf(data).map(row),
    ].join('\n');
  });
  return `${[
    '# 文书模板的标签',
    '本页由程序按各文书的示例数据生成。模板用 Word 或 WPS 编辑，把标签写在要填数据的地方；列表写作 `{#列表}…{/列表}`，其中的标签逐行填写，“没有时”写作 `{^名称}…{/名称}`，图片写作 `{%名称}`。',
    '怎样改：在“文书模板”下载现行版本，用 Word 或 WPS 修改，另存为 .docx，作为新版本上传；先看“示例”和“预览”，再启用。旧版本还在，随时可以换回。样式（如“公文正文”“署名”“Date”）请保留：署名和日期的位置按 GB/T 9704 自动排。',
    ...sections,
    spreadsheets(),
    checks(),
  ].join('\n\n')}\n`;
}

/** How a kind looks as usual, and links to its shortest and its longest. */
function pictures(kind: DocumentKind): string[] {
  const picture = (which: string): string => `images/documents/${kind}-${which}.png`;
  return [`![${DOCUMENT_NAMES[kind]}](${picture('usual')})`, '', `[内容最少时](${picture('shortest')}) · [内容最多时](${picture('longest')})`, ''];
}

/** A row of the table. */
function row({ depth, name, rows, meaning, example }: Tag): string {
  const within = '↳ '.repeat(depth);
  if (rows !== null) return `| ${within}\`{#${name}}\`…\`{/${name}}\` | ${meaning} | ${rows} 项 |`;
  return `| ${within}\`{${name}}\` | ${meaning} | ${example.replace(/\|/g, '\\|')} |`;
}
