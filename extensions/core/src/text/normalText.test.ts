import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalLine, normalText } from './normalText.ts';
import { plainTextFault } from './plainTextFault.ts';

describe('normalText', () => {
  it('makes one line break of every sign for it', () => {
    expect(normalText('a\u000bb\u000cc\u0085d\u2028e\u2029f\r\ng\rh\n\ni')).toBe('a\nb\nc\nd\ne\nf\ng\nh\n\ni');
  });

  it('lets go of what is invisible and means nothing', () => {
    expect(normalText('\ufeff二\u200b车\u00ad间\u202e南\u202c\u2066墙\u2069\u200e\u200f\u061c\u2060\u2063\u180e\ufffc\ufffa\u200c\u001f')).toBe(
      '二车间南墙',
    );
    expect(normalText('3\u001e5号')).toBe('3-5号');
  });

  it('keeps blanks of every width, rare characters with their variants, and pictures', () => {
    for (const text of [
      '　　二车间 1\u00a0万元\t\u2002\u202f',
      '𠮷㐂䶮 葛\u{e0100} 﨑',
      '❤\ufe0f ☢\ufe0f 👍🏽 👨\u200d👩\u200d👧 👩🏽\u200d🚒 🏳\ufe0f\u200d🌈',
      '🏴\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f} 🇨🇳 1\ufe0f⃣',
    ])
      expect(normalText(text)).toBe(text);
  });

  it('takes a joiner and a tag that hold nothing together', () => {
    expect(normalText('\u200d二\u200d车👍\u200d间\u{e0041}')).toBe('二车👍间');
  });

  it('changes nothing more when it is done again, and leaves only what is told', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => {
        const once = normalText(text);
        expect(normalText(once)).toBe(once);
        expect(/[\r\u000b\u000c\u0085\u2028\u2029\u200b\ufeff]/u.test(once)).toBe(false);
      }),
    );
  });

  it('leaves a control character to be told of by its place', () => {
    expect(plainTextFault(normalText('二\u200b车\u0007间'), '备注', 20)).toContain('第 3 个字符');
    expect(plainTextFault('二\u0092车', '备注', 20)).toContain('U+0092');
  });
});

it('normalLine makes a blank of the end of a line', () => {
  expect(normalLine('配电箱 \u000b\r\n 未关闭\u2028')).toBe('配电箱 未关闭 ');
});
