import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DUMP } from './directusSync.ts';

/** The words of choices, notes and messages in one language, by what the model writes for them (`$t:zd_…`). */
export function readWords(language: 'zh-CN' | 'en-US'): ReadonlyMap<string, string> {
  const words = JSON.parse(readFileSync(join(DUMP, 'collections/translations.json'), 'utf8')) as { key: string; language: string; value: string }[];
  return new Map(words.filter((word) => word.language === language).map(({ key, value }) => [`$t:${key}`, value]));
}
