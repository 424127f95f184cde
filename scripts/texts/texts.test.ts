import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { language } from './language.ts';

const scripts = resolve(import.meta.dirname, '..');
const read = (file: string): string => readFileSync(join(scripts, file), 'utf8');
/** One side of a text: everything up to where its line, or the object, ends. */
const sides = (source: string, side: 'en' | 'zh'): string[] =>
  [...source.matchAll(new RegExp(`\\b${side}:\\s*('(?:[^'\\\\]|\\\\.)*'|"(?:[^"\\\\]|\\\\.)*"|\`(?:[^\`\\\\]|\\\\.)*\`)`, 'g'))].map(
    ([, text = '']) => text,
  );
const withoutCode = (text: string): string => text.replaceAll(/\$\{[^}]*\}/g, '');

/** Names that are the same in both languages. */
const NAMES = /^.(?:Node|PostgreSQL|Directus|n8n).$/;

describe('what the command line says', () => {
  const tables = readdirSync(join(scripts, 'texts')).filter((name) => name.endsWith('Texts.ts'));

  it.each(tables)('%s is whole in both languages, and neither is in the other', (table) => {
    const source = read(`texts/${table}`);
    const [english, chinese] = [sides(source, 'en'), sides(source, 'zh')];
    expect(english.length).toBeGreaterThan(2);
    expect(chinese.length).toBe(english.length);
    for (const text of chinese.filter((one) => !NAMES.test(one))) expect(withoutCode(text)).toMatch(/[\p{Script=Han}（）]/u);
    // The robot's keyword is what it is.
    for (const text of english) expect(withoutCode(text).replace('驻点', '')).not.toMatch(/\p{Script=Han}/u);
  });

  it.each([
    ...readdirSync(join(scripts, 'doctor')).map((name) => `doctor/${name}`),
    ...readdirSync(join(scripts, 'production')).map((name) => `production/${name}`),
    ...readdirSync(join(scripts, 'backup')).map((name) => `backup/${name}`),
    ...[
      'start.ts',
      'doctor.ts',
      'backup.ts',
      'restore.ts',
      'stack/startSteps.ts',
      'stack/superviseStack.ts',
      'stack/assertPortsFree.ts',
      'stack/assertDiskSpace.ts',
    ],
    ...['stack/postgresSpec.ts', 'stack/directusSpec.ts', 'stack/n8nSpec.ts', 'stack/mailSpec.ts', 'stack/Part.ts', 'stack/resetData.ts'],
    ...['stack/readStackConfig.ts', 'stack/readEnvironmentFile.ts', 'stack/addressTable.ts', 'provision/directusSteps.ts', 'provision/n8nSteps.ts'],
  ])('%s has its sentences in the table, none of its own', (file) => {
    if (file.endsWith('.test.ts')) return;
    const code = read(file)
      .replaceAll(/\/\*[^]*?\*\//g, '')
      .replaceAll(/^\s*\/\/.*$/gm, '')
      .replaceAll(/^import .*$/gm, '');
    // SQL and messages of others are no sentences of ours.
    const sentences = [...code.matchAll(/'[^'\n]*'|`[^`]*`|"[^"\n]*"/g)]
      .map(([text]) => text)
      .filter(
        (text) =>
          /[A-Za-z]{2,} [a-z]{2,} [a-z]{2,}/.test(withoutCode(text)) &&
          !/^.npm run |\b(?:select|SELECT|INSERT|UPDATE|CREATE|DELETE|show|from)\b/.test(text),
      );
    expect(sentences).toEqual([]);
  });
});

describe('the language', () => {
  it.each([
    [{}, 'en'],
    [{ LANG: 'zh_CN.UTF-8' }, 'zh'],
    [{ LANG: 'en_US.UTF-8', LC_ALL: 'zh_CN.UTF-8' }, 'zh'],
    [{ LANG: 'zh_CN.UTF-8', LC_ALL: 'C' }, 'en'],
    [{ LANG: 'zh_CN.UTF-8', ZHUDIAN_LANGUAGE: 'en' }, 'en'],
    [{ LANG: 'C', ZHUDIAN_LANGUAGE: 'zh' }, 'zh'],
    [{ LANG: 'zh_CN.UTF-8', LC_ALL: '', ZHUDIAN_LANGUAGE: '' }, 'zh'],
  ] as const)('of %j is %s', (environment, expected) => {
    expect(language(environment)).toBe(expected);
  });
});

describe('in Chinese', () => {
  const before = process.env['ZHUDIAN_LANGUAGE'];
  afterEach(() => {
    process.env['ZHUDIAN_LANGUAGE'] = before;
  });

  it('a wrong setting and its value are told without a word of English', async () => {
    const { readStackConfig } = await import('../stack/readStackConfig.ts');
    process.env['ZHUDIAN_LANGUAGE'] = 'zh';
    let told = '';
    try {
      readStackConfig({ ZHUDIAN_PORT_BASE: 'many', ZHUDIAN_EVN: 'production', ZHUDIAN_PUBLIC_URL: 'x' });
    } catch (error) {
      told = `${(error as Error).message}\n${(error as Error & { remedy: string }).remedy}`;
    }
    expect(told).toMatch(/设置有误[^]*ZHUDIAN_PORT_BASE[^]*没有这个设置，是否应为 ZHUDIAN_ENV/);
    expect(told.replaceAll(/ZHUDIAN_\w+|\.env(?:\.example)?|number|NaN|URL/g, '')).not.toMatch(/[A-Za-z]{3,}/);
  });
});
