export type Risk = 'red' | 'orange' | 'yellow' | 'blue';

/** The four levels by colour and by their official words (红橙黄蓝: 重大、较大、一般、低). */
const WORDS: readonly (readonly [Risk, RegExp])[] = [
  ['red', /红|red|重大|极高/],
  ['orange', /橙|orange|较大/],
  ['yellow', /黄|yellow|一般/],
  ['blue', /蓝|blue|低/],
];

/** The risk that a cell names, by colour, by word, or by both of one level; null for anything else. */
export function riskOf(text: string): Risk | null {
  const plain = text.toLowerCase().replace(/[\s()]|安全|风险|色|等级|级别/g, '');
  const found = WORDS.filter(([, word]) => word.test(plain)).map(([risk]) => risk);
  const rest = WORDS.reduce((left, [, word]) => left.replace(new RegExp(word, 'g'), ''), plain);
  const [only, ...others] = found;
  return only && others.length === 0 && /^[、,/\-:]*(级)?$/.test(rest) ? only : null;
}
