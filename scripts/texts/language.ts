export type Language = 'zh' | 'en';

/** The language of the command line: ZHUDIAN_LANGUAGE where it is set, else that of the terminal; English where neither says Chinese. */
export function language(environment: Readonly<Record<string, string | undefined>> = process.env): Language {
  const { ZHUDIAN_LANGUAGE, LC_ALL, LC_MESSAGES, LANG } = environment;
  const named = [ZHUDIAN_LANGUAGE, LC_ALL, LC_MESSAGES, LANG].find((value) => value !== undefined && value !== '');
  return named?.toLowerCase().startsWith('zh') === true ? 'zh' : 'en';
}
