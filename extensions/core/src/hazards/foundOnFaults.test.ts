import { expect, it } from 'vitest';
import { rulesTold } from '../errors/testing/rulesTold.ts';
import { foundOnFaults } from './foundOnFaults.ts';

const rules = (found_on: unknown, visited_on: string | null): string[] => rulesTold(foundOnFaults(found_on, visited_on, '2023-08-01'));

it('what is found at a visit is found on its day', () => {
  expect(rules('2026-11-03', '2026-11-03')).toEqual([]);
  expect(rules('2026-11-02', '2026-11-03')).toEqual(['hazard.found_on.visit']);
  expect(rules('2026-11-04', '2026-11-03')).toEqual(['hazard.found_on.visit']);
});

it('what is found without a visit is found since everything is counted', () => {
  expect(rules('2023-08-01', null)).toEqual([]);
  expect(rules('2023-07-31', null)).toEqual(['hazard.found_on.since']);
});

it('what is no day is told by another rule', () => {
  for (const day of [null, '', '3/11/2026']) expect(rules(day, '2026-11-03')).toEqual([]);
});
