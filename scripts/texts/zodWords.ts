import { z } from 'zod/v4';
import { language } from './language.ts';

/** The words for what is wrong with a value, in the language of the command line. */
export const zodWords = (): z.core.$ZodErrorMap => (language() === 'zh' ? z.locales.zhCN() : z.locales.en()).localeError;
