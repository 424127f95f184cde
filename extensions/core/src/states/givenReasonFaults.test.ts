import { expect, it } from 'vitest';
import { visitWords } from '../visits/visitSteps.ts';
import { givenReasonFaults } from './givenReasonFaults.ts';

const BACK = '第三项的存在问题描述不具体';
const of = (row: object | null, change: object): string[] =>
  givenReasonFaults(visitWords, 'returned', row as Record<string, unknown> | null, change as Record<string, unknown>).map(
    ({ field, rule }) => `${field}: ${rule}`,
  );

it('a reason for sending back is written in the step that sends back', () => {
  expect(of({ status: 'submitted', return_reason: null }, { status: 'returned', return_reason: BACK })).toEqual([]);
  expect(of({ status: 'locked', return_reason: '另一次退回的原因' }, { status: 'returned', return_reason: BACK })).toEqual([]);
});

it('and in no other save: not before, not by the second who sends back, not when it comes again, not with a new one', () => {
  const told = ['return_reason: visit.return_reason.state'];
  expect(of({ status: 'submitted', return_reason: null }, { return_reason: BACK })).toEqual(told);
  expect(of({ status: 'returned', return_reason: BACK }, { return_reason: '别的原因也要改一改' })).toEqual(told);
  expect(of({ status: 'returned', return_reason: BACK }, { return_reason: null })).toEqual(told);
  expect(of({ status: 'returned', return_reason: BACK }, { status: 'submitted', return_reason: null })).toEqual(told);
  expect(of({ status: 'submitted', return_reason: BACK }, { status: 'locked', return_reason: '别的原因也要改一改' })).toEqual(told);
  expect(of(null, { status: 'submitted', return_reason: BACK })).toEqual(told);
  expect(of({ status: 'returned', return_reason: BACK }, { status: 'returned', return_reason: '别的原因也要改一改' })).toEqual([
    'return_reason: visit.return_reason.twice',
  ]);
});

it('what is sent again as it stands, as a form does, is no change', () => {
  expect(of({ status: 'returned', return_reason: BACK }, { status: 'submitted', return_reason: BACK })).toEqual([]);
  expect(of({ status: 'returned', return_reason: BACK }, { status: 'returned', return_reason: BACK })).toEqual([]);
  expect(of({ status: 'draft', return_reason: null }, { return_reason: null })).toEqual([]);
  expect(of(null, { return_reason: ' ' })).toEqual([]);
});
