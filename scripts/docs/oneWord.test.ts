import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';

const ROOT = path.resolve(import.meta.dirname, '../..');
/** What offices read: pages, forms, documents, mails, handbooks. */
const READ = [
  'extensions/core/src',
  'extensions/directus-extension-zhudian/src/app',
  'schema/directus',
  'schema/access',
  'schema/templates',
  'scripts/templates',
  'workflows',
  'docs',
  'README.zh-CN.md',
];

/** One thing has one word, the notice's where it has one; beside it what stood for the same. */
const WORDS: readonly (readonly [string, RegExp])[] = [
  ['待补充', /待明确|待定(?!价)/],
  ['整改时限', /整改期限/],
  ['核验', /复查核实|待核查|已核查|复查人/],
  ['已逾期', /已超期/],
  ['文书', /生成的文件|报告文件|文件模板|文档模板/],
];

/** What people type where they have nothing to say: the words that are refused, or read as a blank. */
const TYPED = ['text/isName.ts', 'text/nameFault.ts', 'roster/values/isPlaceholder.ts'].map((file) => `extensions/core/src/${file}`);

const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '--', ...READ], { cwd: ROOT, encoding: 'utf8' })
  .split('\n')
  .filter((file) => /\.(ts|vue|json|md|txt)$/.test(file) && !file.endsWith('.test.ts') && !TYPED.includes(file));

it.each(WORDS)('%s is the word for it, everywhere', (_, others) => {
  expect(files.length).toBeGreaterThan(300);
  const found = files.flatMap((file) =>
    readFileSync(path.join(ROOT, file), 'utf8')
      .split('\n')
      .flatMap((line, index) => (others.test(line) ? [`${file}:${index + 1}: ${others.exec(line)?.[0]}`] : [])),
  );
  expect(found).toEqual([]);
});
