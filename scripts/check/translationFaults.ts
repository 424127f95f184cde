import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const LANGUAGES = ['zh-CN', 'en-US'] as const;

interface Named {
  readonly collection: string;
  readonly field?: string;
  readonly meta: { readonly translations: readonly { readonly language: string; readonly translation?: string }[] | null } | null;
}
interface Word {
  readonly key: string;
  readonly language: string;
  readonly value: string;
}

/**
 * What people would see untranslated: a collection or field without a name in both languages, a key of ours that is used and not there, and a
 * key that nothing uses.
 *
 * @param dump the folder `schema/directus`
 * @param code other texts that use keys (`$t:zd_…`)
 */
export function translationFaults(dump: string, code: readonly string[] = []): string[] {
  const files = readdirSync(dump, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.json'));
  const texts = new Map(files.map((file) => [file, readFileSync(join(dump, file), 'utf8')]));
  const words = JSON.parse(texts.get('collections/translations.json') ?? '[]') as Word[];
  const known = new Set(words.filter(({ value }) => value.trim() !== '').map(({ key, language }) => `${key} ${language}`));
  const used = new Map<string, string>();
  for (const [file, text] of [...texts, ...code.map((text, index) => [`code ${index}`, text] as const)]) {
    for (const [, key = ''] of text.matchAll(/\$t:(zd_[a-z0-9_]+)/g)) used.set(key, file);
  }
  return [
    ...files
      .filter((file) => /^snapshot\/(collections|fields)\//.test(file))
      .flatMap((file) => unnamed(JSON.parse(texts.get(file) ?? '{}') as Named)),
    ...[...used].flatMap(([key, file]) =>
      LANGUAGES.filter((language) => !known.has(`${key} ${language}`)).map((language) => `${file}: $t:${key} has no ${language}`),
    ),
    ...[...new Set(words.map(({ key }) => key))].filter((key) => !used.has(key)).map((key) => `collections/translations.json: nothing uses ${key}`),
  ];
}

function unnamed({ collection, field, meta }: Named): string[] {
  return LANGUAGES.filter((language) => !meta?.translations?.some((one) => one.language === language && one.translation?.trim())).map(
    (language) => `${[collection, field].filter(Boolean).join('.')} has no name in ${language}`,
  );
}
