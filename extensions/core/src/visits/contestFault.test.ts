import { expect, it } from 'vitest';
import { contestFault } from './contestFault.ts';

it('asks whoever contests a signature for a reason that the county can look into', () => {
  expect(contestFault('当天在县里开会，没有到这家企业')).toBeNull();
  for (const none of [undefined, null, 7, '', '  \n']) expect(contestFault(none)).toMatch(/^请填写理由/);
  expect(contestFault('不是我')).toBe('理由“不是我”过于简单；请写明当天在哪里、为什么不是您签的');
  expect(contestFault(`没有到这家企业${'，当天在县里开会'.repeat(80)}`)).toMatch(/超过上限 500/);
  expect(contestFault('当天在县里开会\u0000没有到场')).toMatch(/控制字符/);
});
