import { expect, it } from 'vitest';
import { validateEnterprise } from './validateEnterprise.ts';
import { rulesTold } from '../errors/testing/rulesTold.ts';

const RULES = (draft: Record<string, unknown>): string[] => rulesTold(validateEnterprise(draft));

it('needs no more than a name', () => {
  expect(validateEnterprise({ name: '示例化工有限公司', uscc: null, phone: '' })).toEqual([]);
});

it('names people by names that name somebody', () => {
  expect(RULES({ name: '示例化工有限公司', legal_representative: '无', safety_manager: '.....' })).toEqual([
    'enterprise.legal_representative.name',
    'enterprise.safety_manager.name',
  ]);
  expect(RULES({ name: '示例化工有限公司', legal_representative: '甲某', safety_manager: '' })).toEqual([]);
});

it('tells every fault at once, each at its field', () => {
  expect(RULES({ name: ' ', uscc: '91350100M000100Y44', phone: '12', address: '路\u0007' })).toEqual([
    'enterprise.name.required',
    'enterprise.address.plain',
    'enterprise.uscc.shape',
    'enterprise.phone.shape',
  ]);
});
