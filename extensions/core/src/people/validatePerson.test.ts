import { expect, it } from 'vitest';
import { validatePerson } from './validatePerson.ts';

it('an inspector of a county names the county; one of the city need not', () => {
  expect(validatePerson('inspector', { name: '陆长青', level: 'county' }).map(({ rule }) => rule)).toEqual(['inspector.county.required']);
  expect(validatePerson('inspector', { name: '陆长青', level: 'city' })).toEqual([]);
});

it('a contact can be reached', () => {
  expect(validatePerson('contact', { name: '丁若兰', phone: '' }).map(({ rule }) => rule)).toEqual(['contact.phone.required']);
  expect(validatePerson('contact', { name: '', phone: '1', email: 'x' }).map(({ field }) => field)).toEqual(['name', 'phone', 'email']);
});
