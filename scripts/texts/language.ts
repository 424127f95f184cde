import { language as ofTerminal } from '../runtime/say.mjs';

export type Language = 'zh' | 'en';

/** The language of the command line: ZHUDIAN_LANGUAGE where it is set, else that of the terminal; English where neither says Chinese. */
export const language: (environment?: Readonly<Record<string, string | undefined>>) => Language = ofTerminal;
