import { expect, it } from 'vitest';
import { passwordFault } from './passwordFault.ts';

it.each([
  ['12345678', '至少 10 位'],
  ['a1'.repeat(65), '最多 128 位'],
  ['onlyletters', '字母和数字'],
  ['8392017465', '字母和数字'],
  ['shenzhiyuan7', '用户名'],
  ['Zhudian2026x', 'zhudian'],
  ['river12345x', '连续或相同'],
  ['river54321x', '连续或相同'],
  ['riveraaaaa7', '连续或相同'],
])('%s is refused: %s', (password, told) => {
  expect(passwordFault(password, 'shenzhiyuan@city.example')).toContain(told);
});

it.each(['river-stone-42', 'WXkmprqstvab2389', '青山绿水之间2026年', 'a1b2c3d4e5'])('%s is taken', (password) => {
  expect(passwordFault(password, 'shenzhiyuan@city.example')).toBeNull();
  expect(passwordFault(password, null)).toBeNull();
});
