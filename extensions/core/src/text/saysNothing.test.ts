import { expect, it } from 'vitest';
import { saysNothing } from './saysNothing.ts';

it.each([
  '无',
  '无。',
  '暂无',
  '没有',
  '——',
  '…………',
  '暂无经验做法。',
  '本月没有问题困难',
  '目前暂无需要协调解决的问题困难。',
  '一切正常',
  '本月工作进展情况正常、良好',
  '已整改',
  '有',
])('hears nothing in “%s”', (text) => {
  expect(saysNothing(text)).toBe(true);
});

it.each([
  '查阅32家企业的驻点记录和隐患台账，未发现需市级协调解决的问题',
  '经逐家核对驻点记录，本月没有问题困难',
  '个别企业晨会台账缺失',
  '把任务清单与企业日周月排查结合',
  '本月对辖区企业逐家开展驻点',
])('hears what was done or looked at in “%s”', (text) => {
  expect(saysNothing(text)).toBe(false);
});
