import { expect, it } from 'vitest';
import { repeatedPeople, type KnownPerson } from './repeatedPeople.ts';

const person = (change: Partial<KnownPerson>): KnownPerson => ({ id: 'a', name: '陆长青', login: null, phone: null, ...change });

it('names who is there twice: the same entry, the same login, the same name and phone', () => {
  expect(repeatedPeople([person({}), person({})])).toEqual(['陆长青']);
  expect(repeatedPeople([person({ login: 'u' }), person({ id: 'b', name: '陆长清', login: 'u' })])).toEqual(['陆长清']);
  expect(repeatedPeople([person({ phone: '13900000001' }), person({ id: 'b', phone: '13900000001' })])).toEqual(['陆长青']);
  expect(repeatedPeople([person({}), person({}), person({})])).toEqual(['陆长青']);
});

it('takes two people of one name, of one phone, and without either', () => {
  expect(repeatedPeople([person({ phone: '13900000001' }), person({ id: 'b', phone: '13900000002' })])).toEqual([]);
  expect(repeatedPeople([person({}), person({ id: 'b' })])).toEqual([]);
  expect(repeatedPeople([person({ phone: '0537-2345678' }), person({ id: 'b', name: '丁若兰', phone: '0537-2345678' })])).toEqual([]);
  expect(repeatedPeople([])).toEqual([]);
});
