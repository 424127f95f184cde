const FILLER = /[\s\p{P}\p{S}\p{Cf}]/gu;
const LETTER = /\p{L}/gu;
const LEAST = 4;
const LEAST_SIGNS = 3;
const LEAST_LETTERS = 2;

/** Whether a text is a reason that somebody can act on: a few words, not dots, figures or one character over and over. The same rule stands in `zhudian_is_reason`. */
export function isReason(text: string): boolean {
  const words = text.normalize('NFKC').replace(FILLER, '');
  return words.length >= LEAST && new Set(words).size >= LEAST_SIGNS && (words.match(LETTER) ?? []).length >= LEAST_LETTERS;
}
