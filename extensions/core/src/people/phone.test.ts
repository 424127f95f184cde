import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalisePhone, phoneFault } from './phone.ts';

describe('phoneFault', () => {
  it.each(['13900000000', '0537-0001234', '05370001234', '2345678', '0537-2345678-801', '400-800-1234', '4008001234'])('accepts %s', (phone) => {
    expect(phoneFault(phone)).toBeNull();
  });

  it.each(['1390000000', '139000000000', '12300000000', '0537', '无', '13900000000、13900000001', '0537-23456789012'])(
    'refuses %s and shows it',
    (phone) => {
      expect(phoneFault(phone)).toContain(phone.slice(0, 30));
    },
  );
});

describe('normalisePhone', () => {
  it.each([
    ['１３９０００００００0', '13900000000'],
    ['139 0000 0000', '13900000000'],
    ['139-0000-0000', '13900000000'],
    ['+86 13900000000', '13900000000'],
    ['（+86）139-0000-0000', '13900000000'],
    ['8 6 139 0000 0000', '13900000000'],
    ['（0537）2345678', '0537-2345678'],
    ['0537—2345678转801', '0537-2345678-801'],
  ])('reads %s', (written, kept) => {
    expect(normalisePhone(written)).toBe(kept);
    expect(phoneFault(kept)).toBeNull();
  });

  it.each(['86134567', '8613456'])('leaves %s, a landline that begins like a country', (phone) => {
    expect(normalisePhone(phone)).toBe(phone);
  });

  it.each([' 8613900000000', '转86139-0000-0000', '8 6(139)00000000'])('reads %j the same the second time', (text) => {
    expect(normalisePhone(text)).toBe('13900000000');
    expect(normalisePhone(normalisePhone(text))).toBe('13900000000');
  });

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[0-9+() 转-]{0,20}$/), (text) => {
        expect(normalisePhone(normalisePhone(text))).toBe(normalisePhone(text));
      }),
    );
  });
});
