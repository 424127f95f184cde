import { expect, it } from 'vitest';
import { hazardWords } from '../hazards/hazardSteps.ts';
import { voidFaults } from './voidFaults.ts';

const of = (row: object, change: object): string[] =>
  voidFaults(hazardWords, '隐患', row as Record<string, unknown>, change as Record<string, unknown>).map(({ field, rule }) => `${field}: ${rule}`);

it('what is void stays as it is', () => {
  expect(of({ status: 'void' }, { title: '改写' })).toEqual(['title: hazard.void']);
  expect(of({ status: 'void' }, { status: 'open' })).toEqual(['status: hazard.void']);
  expect(of({ status: 'void' }, {})).toEqual([]);
});

it('voiding changes nothing else', () => {
  expect(of({ status: 'open' }, { status: 'void', void_reason: '重复登记' })).toEqual([]);
  expect(of({ status: 'open' }, { status: 'void', void_reason: '重复登记', title: '改写' })).toEqual(['title: hazard.void.alone']);
});

it('only what is void says why', () => {
  expect(of({ status: 'open' }, { void_reason: '重复登记' })).toEqual(['void_reason: hazard.void_reason.state']);
  expect(of({ status: 'open' }, { void_reason: null, title: '改写' })).toEqual([]);
});
