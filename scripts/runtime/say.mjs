// @ts-check
/**
 * The language of the command line: ZHUDIAN_LANGUAGE where it is set, else that of the terminal; English where neither says Chinese. Needs no packages.
 * @param {Readonly<Record<string, string | undefined>>} [environment]
 * @returns {'zh' | 'en'}
 */
export function language(environment = process.env) {
  const { ZHUDIAN_LANGUAGE, LC_ALL, LC_MESSAGES, LANG } = environment;
  const named = [ZHUDIAN_LANGUAGE, LC_ALL, LC_MESSAGES, LANG].find((value) => value !== undefined && value !== '');
  return named?.toLowerCase().startsWith('zh') === true ? 'zh' : 'en';
}

/**
 * The text in the language of who reads it.
 * @param {Readonly<Record<'zh' | 'en', string>>} text
 */
export const say = (text) => text[language()];
