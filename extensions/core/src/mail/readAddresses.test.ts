import { expect, it } from 'vitest';
import { readAddresses } from './readAddresses.ts';

it.each([
  ['office@county.example', ['office@county.example'], []],
  [' office＠COUNTY.example　', ['office@county.example'], []],
  ['a@county.example；b@county.example、a@county.example', ['a@county.example', 'b@county.example'], []],
  ['a@county.example, b@county', ['a@county.example'], ['b@county']],
  ['王@county.example', [], ['王@county.example']],
  ['  ', [], []],
])('reads %j', (text, usable, unusable) => {
  expect(readAddresses(text)).toEqual({ usable, unusable });
});
