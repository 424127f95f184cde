import { expect, it } from 'vitest';
import { emailFault, normaliseEmail } from './email.ts';

it('keeps an address half-width with its domain in lower case', () => {
  expect(normaliseEmail('　Li.Ming＠Unit.EXAMPLE ')).toBe('Li.Ming@unit.example');
  expect(emailFault('Li.Ming@unit.example')).toBeNull();
});

it.each(['无', 'a@b', 'a b@unit.example', 'a@unit.example,b@unit.example', '<a@unit.example>', 'a@unit.example\r\nBcc: b@unit.example'])(
  'refuses %j',
  (address) => {
    expect(emailFault(normaliseEmail(address))).toContain('不是有效地址');
  },
);
