import { expect, it } from 'vitest';
import { validatePerson } from './validatePerson.ts';
import { rulesTold } from '../errors/testing/rulesTold.ts';

it('an inspector of a county names the county; one of the city need not', () => {
  expect(rulesTold(validatePerson('inspector', { name: '陆长青', level: 'county' }))).toEqual(['inspector.county.required']);
  expect(validatePerson('inspector', { name: '陆长青', level: 'city' })).toEqual([]);
});

it('a contact can be reached', () => {
  expect(rulesTold(validatePerson('contact', { name: '丁若兰', phone: '' }))).toEqual(['contact.phone.required']);
  expect(validatePerson('contact', { name: '', phone: '1', email: 'x' }).map(({ field }) => field)).toEqual(['name', 'phone', 'email']);
});

it('nobody is called what no document can print', () => {
  const [fault] = validatePerson('contact', { name: '丁\u0007若兰', phone: '13900000000', organisation: '局'.repeat(201) });
  expect(fault).toEqual({
    field: 'name',
    rule: 'contact.name.plain',
    message: '“姓名”第 2 个字符是不可见的控制字符（U+0007）；请删除后重新输入，不要直接从其他系统粘贴',
  });
  expect(rulesTold(validatePerson('inspector', { name: '丁若兰', organisation: '局'.repeat(201) }))).toEqual(['inspector.organisation.plain']);
});

it('and by a name that names somebody', () => {
  for (const name of ['.....', '无', '丁', '13900000000'])
    expect(rulesTold(validatePerson('inspector', { name })), name).toEqual(['inspector.name.name']);
});
