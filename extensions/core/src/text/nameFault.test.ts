import { expect, it } from 'vitest';
import { nameFault } from './nameFault.ts';

it.each(['王明', 'Li Na', '阿迪力·买买提', '𠮷田', '钱科长', '设备科长', '安全科2组', '甲某', '欧阳无忌', '本人力资源部'])(
  '%s names somebody',
  (name) => {
    expect(nameFault(name, '核验人')).toBeNull();
  },
);

it.each([
  '',
  '   ',
  '.....',
  '……',
  '王',
  '王1',
  '13900000000',
  '😀😀',
  '——',
  '／',
  '无',
  '无 ',
  '（无）',
  '无人',
  '没有',
  '暂无',
  '待定',
  '未知',
  '同上',
  '本人',
  '某某',
  '某',
  '测试',
  'xxx',
  'N/A',
  'none',
  '\u3000\u200b',
])('“%s” names nobody', (name) => {
  expect(nameFault(name, '核验人')).toBe('请填写核验人（至少 2 个汉字或字母；不能只写“无”“待定”等，也不能只有标点或数字）');
});
