import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { creditCheckCharacter, creditCodeFault, normaliseCreditCode } from './creditCode.ts';

const CHARACTERS = [...'0123456789ABCDEFGHJKLMNPQRTUWXY'];
const seventeen = fc
  .tuple(
    fc.array(fc.constantFrom(...CHARACTERS), { minLength: 2, maxLength: 2 }),
    fc.array(fc.constantFrom(...'0123456789'), { minLength: 6, maxLength: 6 }),
    fc.array(fc.constantFrom(...CHARACTERS), { minLength: 9, maxLength: 9 }),
  )
  .map((parts) => parts.flat().join(''));

describe('creditCodeFault', () => {
  it('accepts the example of GB 32100-2015', () => {
    expect(creditCodeFault('91350100M000100Y43')).toBeNull();
  });

  it('accepts every code with its own check character, and refuses every other last character', () => {
    fc.assert(
      fc.property(seventeen, fc.constantFrom(...CHARACTERS), (body, last) => {
        expect(creditCodeFault(body + last) === null).toBe(last === creditCheckCharacter(body));
      }),
    );
  });

  it('notices any one mistyped character', () => {
    fc.assert(
      fc.property(seventeen, fc.nat(16), fc.constantFrom(...CHARACTERS), (body, at, other) => {
        fc.pre(body[at] !== other);
        const code = body + creditCheckCharacter(body);
        expect(creditCodeFault(code.slice(0, at) + other + code.slice(at + 1))).not.toBeNull();
      }),
    );
  });

  it('says how long a code is that is too short, and which characters are not allowed', () => {
    expect(creditCodeFault('9135')).toContain('有 4 位');
    expect(creditCodeFault('91350100M000100O43')).toContain('不允许的字符');
  });
});

describe('normaliseCreditCode', () => {
  it('reads full width, lower case, blanks and hyphens', () => {
    expect(normaliseCreditCode(' ９１３５０１００ｍ０００－100y 43')).toBe('91350100M000100Y43');
  });

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const once = normaliseCreditCode(text);
        expect(normaliseCreditCode(once)).toBe(once);
      }),
    );
  });
});
