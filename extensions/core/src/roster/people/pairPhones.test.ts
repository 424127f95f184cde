import { describe, expect, it } from 'vitest';
import { pairPhones } from './pairPhones.ts';

const [A, B] = ['13900000001', '13900000002'];

describe('the phones of some people', () => {
  it.each<[string, string[], (string | null)[], (string | null)[]]>([
    ['one for one', [`${A}、${B}`], ['张甲', '李乙'], [A, B]],
    ['a blank place in the middle', [`${A}、、${B}`], ['张甲', '李乙', '王丙'], [A, null, B]],
    ['a blank place at the end, and at the beginning', [`${A}、`], ['张甲', '李乙'], [A, null]],
    ['none', [''], ['张甲', '李乙'], [null, null]],
    ['a dash for none', ['——'], ['张甲', '李乙'], [null, null]],
    ['a dash for one of them', [`${A}、无`], ['张甲', '李乙'], [A, null]],
    ['parted by blanks', [`${A} ${B}`], ['张甲', '李乙'], [A, B]],
    ['with blanks within', ['139 0000 0001、139-0000-0002'], ['张甲', '李乙'], [A, B]],
    ['on lines', [`${A}\n\n${B}`], ['张甲', '李乙'], [A, B]],
    ['on lines with marks', [`${A}、\n${B}、\n`], ['张甲', '李乙'], [A, B]],
    ['with names before them, in another order', [`李乙:${B}、张甲:${A}`], ['张甲', '李乙'], [A, B]],
    ['with a name before one', [`李乙 ${B}`], ['张甲', '李乙'], [null, B]],
    ['with names, beside a vacant place', [`张甲:${A}`], ['张甲', null], [A, null]],
    ['in columns of their own', [A, ''], ['张甲', '李乙'], [A, null]],
    ['beside a vacant place', [A], ['张甲', null], [A, null]],
    ['beside a vacant place in front', [A], [null, '张甲'], [null, A]],
    ['of one person', [A], ['张甲'], [A]],
  ])('%s', (_, texts, names, phones) => {
    expect(pairPhones(texts, names)).toEqual(phones);
  });

  it.each<[string, string[], string[], string, string[]]>([
    ['three numbers for two', [`${A}/0537-2310001、${B}`], ['张甲', '李乙'], '2 个人、3 个电话', [`${A}、${B}`, '']],
    ['one number for two', [A], ['张甲', '李乙'], '2 个人、1 个电话', [`${A}、`, '']],
    ['two numbers for one', [`${A}、0537-2310001`], ['张甲'], '1 个人、2 个电话', [A, '']],
    ['a name that is not there', [`赵丁:${A}、张甲:${B}`], ['张甲', '李乙'], '对不上', ['']],
    ['a name before one of two', [`张甲:${A}、${B}`], ['张甲', '李乙'], '对不上', ['']],
    ['a name twice', [`张甲:${A}、张甲:${B}`], ['张甲', '李乙'], '对不上', ['']],
    ['namesakes', [`张甲:${A}`], ['张甲', '张甲'], '对不上', ['']],
    ['a number beside a vacant place', [`${A}、${B}`], ['张甲', ''], '1 个人、2 个电话', ['']],
    ['a text that is too long', ['1'.repeat(501)], ['张甲'], '太长', ['']],
  ])('%s is asked about', (_, texts, names, why, choices) => {
    const doubt = pairPhones(
      texts,
      names.map((name) => name || null),
    );
    if (Array.isArray(doubt)) throw new Error('paired');
    expect(doubt.why).toContain(why);
    expect(doubt.choices).toEqual(choices);
  });
});
