import type { Snapshot, SnapshotCollection, SnapshotField } from '../schema/Snapshot.ts';
import type { Term } from './terms.ts';

/** The words of choices and notes (`$t:zd_…`), by language. */
export interface Words {
  readonly 'en-US': ReadonlyMap<string, string>;
  readonly 'zh-CN': ReadonlyMap<string, string>;
}

interface Row {
  readonly english: string;
  readonly chinese: string;
  readonly meaning: string;
  readonly where: readonly string[];
}

/**
 * `docs/glossary.md`: the domain's terms, then the collections and fields that people see, by the names that the forms have. Fields of the same
 * names and meaning are one line.
 *
 * @throws when a collection or field that people see lacks a name in one of the languages; names all of them
 */
export function renderGlossary({ collections, fields }: Snapshot, words: Words, terms: readonly Term[]): string {
  const tables = collections.filter(({ schema }) => schema).map((one) => rowOf(one.collection, one.meta, words));
  const columns = merged(fields.filter(isSeen).map((one) => rowOf(`${one.collection}.${one.field}`, one.meta, words)));
  const unnamed = [...tables, ...columns].filter(({ english, chinese }) => english === '' || chinese === '').flatMap(({ where }) => where);
  if (unnamed.length > 0) throw new Error(`These have no Chinese or no English name: ${unnamed.join(', ')}. Name them in the panel, then pull.`);
  return `<!-- Generated from scripts/docs/terms.ts and schema/directus by "npm run schema:types". Do not edit. -->

# Glossary 词汇

## The domain 业务用语

${table(terms)}
## Collections 数据表

${table(inOrder(tables))}
## Fields 字段

${table(inOrder(columns))}`;
}

/** Whether a form shows the field; groups of a form hold no data. */
const isSeen = ({ meta }: SnapshotField): boolean => meta.hidden !== true && !meta.special?.includes('no-data');

function rowOf(where: string, meta: SnapshotCollection['meta'] | SnapshotField['meta'], words: Words): Row {
  const name = (language: keyof Words): string => meta.translations?.find((one) => one.language === language)?.translation.trim() ?? '';
  const told = (text: string, language: keyof Words): string => words[language].get(text) ?? text;
  const choices = 'options' in meta ? ((meta.options?.choices ?? []) as readonly { text: string; value: string }[]) : [];
  const values = choices.map(({ text, value }) => `\`${value}\` ${told(text, 'en-US')} ${told(text, 'zh-CN')}`).join('; ');
  const note = meta.note ? told(meta.note, 'en-US') : '';
  return { english: name('en-US'), chinese: name('zh-CN'), meaning: [note, values].filter(Boolean).join(' '), where: [where] };
}

function merged(rows: readonly Row[]): Row[] {
  const byWords = Map.groupBy(rows, ({ english, chinese, meaning }) => [english, chinese, meaning].join('\n'));
  return [...byWords.values()].flatMap(([first, ...others]) =>
    first ? [{ ...first, where: [first, ...others].flatMap(({ where }) => where) }] : [],
  );
}

/** By code points, not by a locale: the page is the same on every machine. */
const inOrder = (rows: readonly Row[]): Row[] => {
  const key = ({ english, where }: Row): string => `${english.toLowerCase()}\n${where.join()}`;
  return rows.toSorted((a, b) => (key(a) < key(b) ? -1 : 1));
};

function table(rows: readonly Row[]): string {
  const lines = rows.map(({ english, chinese, meaning, where }) => {
    const places = where.map((one) => (one.includes('/') ? `[\`${one}\`](../${one})` : `\`${one}\``));
    return `| ${[english, chinese, meaning, places.join(', ')].map(cell).join(' | ')} |\n`;
  });
  return `| English | 中文 | meaning | where |\n|---|---|---|---|\n${lines.join('')}`;
}

const cell = (text: string): string => text.replaceAll(/\s*\n\s*/g, ' ').replaceAll('|', '\\|');
