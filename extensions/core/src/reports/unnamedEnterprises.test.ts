import { expect, it } from 'vitest';
import { unnamedEnterprises } from './unnamedEnterprises.ts';

const left = (text: string, names: readonly (string | { name: string; former: string[] })[], others: string[] = []): string[] =>
  unnamedEnterprises(
    text,
    names.map((one) => (typeof one === 'string' ? { name: one } : one)),
    others,
  ).map(({ name }) => name);

it('names those that a text leaves out, in their order', () => {
  expect(left('乙涂料停产检修', ['甲化工', '乙涂料', '丙颜料'])).toEqual(['甲化工', '丙颜料']);
  expect(left('', ['甲化工'])).toEqual(['甲化工']);
  expect(left('甲化工、乙涂料、丙颜料均停产', ['甲化工', '乙涂料', '丙颜料'])).toEqual([]);
});

it('takes brackets and blanks of either width, and a name without its legal form', () => {
  expect(left('示例(任城)化工有限公司停产', ['示例（任城）化工有限公司'])).toEqual([]);
  expect(left('示例（任城） 化工停产', ['示例(任城)化工有限责任公司'])).toEqual([]);
  expect(left('ＡＢＣ化工停产', ['abc化工有限公司'])).toEqual([]);
});

it('does not take a longer name for a shorter one in it, whether that one is asked for or not', () => {
  expect(left('示例化工二厂停产', ['示例化工', '示例化工二厂'])).toEqual(['示例化工']);
  expect(left('示例化工二厂停产', ['示例化工有限公司'], ['示例化工二厂'])).toEqual(['示例化工有限公司']);
  expect(left('示例化工二厂停产，示例化工检修', ['示例化工', '示例化工二厂'])).toEqual([]);
});

it('asks for the whole name where two differ in their legal form alone', () => {
  const two = ['甲化工有限公司', '甲化工股份有限公司'];
  expect(left('甲化工停产', two)).toEqual(two);
  expect(left('甲化工股份有限公司停产', two)).toEqual(['甲化工有限公司']);
});

it('takes a name that an enterprise had', () => {
  expect(left('老名化工停产', [{ name: '新名化工', former: ['老名化工'] }])).toEqual([]);
});
