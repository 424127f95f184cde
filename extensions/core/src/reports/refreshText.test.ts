import { expect, it } from 'vitest';
import { refreshText } from './refreshText.ts';

const before = '11月共有生产企业12家，已驻点3家。\n排查发现隐患2项，已整改1项。';
const after = '11月共有生产企业12家，已驻点10家。\n排查发现隐患28项，已整改20项。';
const fresh = (current: string | null, old: string | null = before): string =>
  refreshText(current, { before: old, after, period: '2026-11', names: ['甲化工'] });

it('writes anew what nobody has touched, and what nobody has written', () => {
  expect(fresh(before)).toBe(after);
  expect(fresh('  ')).toBe(after);
  expect(fresh(null, null)).toBe(after);
});

it('leaves a text alone that a person wrote from the start', () => {
  expect(fresh('本月发现隐患2项，均已建档', null)).toBe('本月发现隐患2项，均已建档');
});

it('keeps a person’s sentences beside those that are brought up to date', () => {
  expect(fresh('专项行动开展顺利。11月共有生产企业12家，已驻点3家。\n排查发现隐患2项，已整改1项。请予支持。')).toBe(
    '专项行动开展顺利。11月共有生产企业12家，已驻点10家。\n排查发现隐患28项，已整改20项。请予支持。',
  );
});

it('brings the drafted figures up to date in a sentence that a person changed, and no other number', () => {
  expect(fresh('会同企业排查发现隐患2项，已整改1项，分2批复查')).toBe('会同企业排查发现隐患28项，已整改20项，分2批复查');
  expect(fresh('会同企业排查发现隐患5项')).toBe('会同企业排查发现隐患5项');
  expect(fresh('甲化工排查发现隐患2项，已自行整改')).toBe('甲化工排查发现隐患2项，已自行整改');
});
