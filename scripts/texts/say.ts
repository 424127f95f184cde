import { language, type Language } from './language.ts';

/** What the command line says, in every language it speaks; the tables beside this file hold all of it. */
export type Text = Readonly<Record<Language, string>>;

/** The text in the language of who reads it. */
export const say = (text: Text): string => text[language()];
