import { expect, it } from 'vitest';
import { validateCounty } from './validateCounty.ts';

it.each([[{}], [{ email: null }], [{ email: 'office@county.example' }]])('takes %j', (county) => {
  expect(validateCounty(county)).toEqual([]);
});

it.each(['office@county', 'a@county.example;b@county.example', 'office.county.example', '王@county.example'])(
  'refuses %j at its field, since no copy of a report would get there',
  (email) => {
    const [fault] = validateCounty({ email });
    expect(fault).toMatchObject({ field: 'email', rule: 'county.email.shape', message: expect.stringContaining(email) as string });
  },
);
