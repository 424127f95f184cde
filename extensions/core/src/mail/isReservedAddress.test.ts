import { expect, it } from 'vitest';
import { isReservedAddress } from './isReservedAddress.ts';

it.each(['a@city.example', 'a@example.org', 'a@mail.example.COM', 'a@localhost', 'a@city.test', 'a@nowhere.invalid.'])(
  '%s is an example',
  (address) => {
    expect(isReservedAddress(address)).toBe(true);
  },
);

it.each(['a@notexample.org', 'example@city-office.cn', 'a@example.org.cn', ''])('%s may be somebody’s', (address) => {
  expect(isReservedAddress(address)).toBe(false);
});
