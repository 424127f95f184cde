import { expect, it } from 'vitest';
import { majorVoidFaults } from './majorVoidFaults.ts';

const major = { severity: 'major', reported_at: null };

it('what went to the city at once is voided by the city alone, also when it is a general hazard by now', () => {
  expect(majorVoidFaults(major, { status: 'void' }, 'county').map(({ rule }) => rule)).toEqual(['hazard.void.major']);
  expect(majorVoidFaults({ severity: 'general', reported_at: new Date(0) }, { status: 'void' }, 'county')).toHaveLength(1);
  expect(majorVoidFaults(major, { status: 'void' }, 'city')).toEqual([]);
  expect(majorVoidFaults(major, { status: 'void' }, 'administrator')).toEqual([]);
});

it('any other step, and any other hazard, is not its matter', () => {
  expect(majorVoidFaults(major, { status: 'rectified' }, 'county')).toEqual([]);
  expect(majorVoidFaults({ severity: 'general', reported_at: null }, { status: 'void' }, 'county')).toEqual([]);
});
