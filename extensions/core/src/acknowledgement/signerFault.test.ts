import { expect, it } from 'vitest';
import { signerFault } from './signerFault.ts';

it.each(['王明', 'Li Na', '阿迪力·买买提', '𠮷田'])('%s is a name', (name) => {
  expect(signerFault(name)).toBeNull();
});

it.each(['', '.......', '王', '王1', '13900000000', '😀😀', '——', '无人', '待定', '测试'])('“%s” names nobody', (name) => {
  expect(signerFault(name)).toContain('请填写签收人姓名（至少 2 个汉字或字母');
});

it('a name is one that can be printed, and no longer than its line', () => {
  expect(signerFault('王\u0007明')).toContain('控制字符');
  expect(signerFault('王'.repeat(41))).toContain('超过上限 40');
});
