import fc from 'fast-check';
import { expect, it } from 'vitest';
import { figureFaults, FIGURES } from './figures.ts';

it('has the 15 columns of annex 4', () => {
  expect(Object.keys(FIGURES)).toHaveLength(15);
});

it('holds 15 ≤ 14 ≤ 12 and 13 ≤ 12, and refuses exactly what breaks it', () => {
  const n = fc.nat(4);
  fc.assert(
    fc.property(n, n, n, n, (found, rectified, major, majorRectified) => {
      const row = { hazards_found: found, hazards_rectified: rectified, major_hazards_found: major, major_hazards_rectified: majorRectified };
      const holds = majorRectified <= major && major <= found && rectified <= found;
      expect(figureFaults('report', row).length === 0).toBe(holds);
    }),
  );
});

it.each([
  ['rules_improved', -1],
  ['rules_improved', 1.5],
  ['rules_improved', 'viele'],
  ['reward_amount_wan', '-0.1'],
  ['reward_amount_wan', '0.12345'],
])('refuses %s of %s', (field, value) => {
  expect(figureFaults('opening_balance', { [field]: value }).map((fault) => fault.field)).toEqual([field]);
});

it('says what is more than what, and takes a figure that is not there for none', () => {
  expect(figureFaults('report', { major_hazards_found: 2 })).toEqual([
    {
      field: 'major_hazards_found',
      rule: 'report.major_hazards_found.bound',
      message: '“其中发现重大事故隐患（项）”2 大于“发现隐患（项）”0；请核对',
    },
  ]);
  expect(figureFaults('report', { hazards_found: 3, hazards_rectified: '4' })[0]?.message).toBe('“已整改（项）”4 大于“发现隐患（项）”3；请核对');
  expect(figureFaults('report', { major_hazards_found: 0, hazards_found: null, hazards_rectified: '' })).toEqual([]);
});

it('takes an amount as the decimal it is', () => {
  expect(figureFaults('opening_balance', { reward_amount_wan: '12.3400' })).toEqual([]);
});
