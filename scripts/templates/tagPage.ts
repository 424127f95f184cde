import { DOCUMENT_KINDS, documentData } from '../../extensions/core/src/documents/documentData.ts';
import { DOCUMENT_NAMES, TAG_MEANINGS } from '../../extensions/core/src/documents/tagMeanings.ts';

const SHOWN = 40;

/** The page of the tags of each kind, from the samples: what whoever edits a template may write, what it means, and how it looks. */
export function tagPage(samples: Readonly<Record<string, unknown>>): string {
  const sections = DOCUMENT_KINDS.map((kind) => {
    const data = documentData(kind, samples[kind]);
    return [`## ${DOCUMENT_NAMES[kind]}（\`${kind}\`）`, '', '| 标签 | 含义 | 示例 |', '|---|---|---|', ...lines(data, '')].join('\n');
  });
  return `${[
    '# 文书模板的标签',
    '本页由程序按各文书的示例数据生成。模板用 Word 或 WPS 编辑，把标签写在要填数据的地方；列表写作 `{#列表}…{/列表}`，其中的标签逐行填写，“没有时”写作 `{^名称}…{/名称}`，图片写作 `{%名称}`。',
    ...sections,
  ].join('\n\n')}\n`;
}

function lines(data: Readonly<Record<string, unknown>>, within: string): string[] {
  return Object.entries(data).flatMap(([name, value]) => {
    const meaning = TAG_MEANINGS[name] ?? '';
    if (!Array.isArray(value)) return [`| ${within}\`{${name}}\` | ${meaning} | ${example(value)} |`];
    const first = Object.assign({}, ...(value as object[]).toReversed()) as Record<string, unknown>;
    return [`| ${within}\`{#${name}}\`…\`{/${name}}\` | ${meaning} | ${value.length} 项 |`, ...lines(first, `${within}↳ `)];
  });
}

function example(value: unknown): string {
  const text = (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : '')
    .replace(/\s+/g, ' ')
    .replace(/\|/g, '\\|');
  return text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text;
}
