import { expect, it } from 'vitest';
import { cleanText } from './cleanText.ts';

it('keeps what a person can see', () => {
  const text = '液氯\t储罐\n（二车间）👨‍👩‍👧‍👦 شركة <&> é';
  expect(cleanText(text)).toBe(text);
});

it('drops what XML refuses and what hides', () => {
  expect(cleanText('\u0000\u0008\ud800\ufeff\u202e\u2067\uffff甲\udfff\u009f')).toBe('甲');
});

it('makes every line end one', () => {
  expect(cleanText('a\r\nb\rc\u000bd\u000ce\u0085f\u2028g\u2029h')).toBe('a\nb\nc\nd\ne\nf\ng\nh');
});
