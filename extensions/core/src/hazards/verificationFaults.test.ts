import { describe, expect, it } from 'vitest';
import { rulesTold } from '../errors/testing/rulesTold.ts';
import { verificationFaults } from './verificationFaults.ts';

const seen = { status: 'verified', verified_by: 'i', verification: '现场查看3号釜出口法兰，已无渗漏' };
const rules = (change: object, pictured = false): string[] => rulesTold(verificationFaults({ ...seen, ...change }, pictured));

describe('a verified hazard', () => {
  it('names who looked: an inspector, or somebody of the office', () => {
    expect(rules({})).toEqual([]);
    expect(rules({ verified_by: null })).toEqual(['hazard.verified_by.required']);
    expect(rules({ verified_by: null, verified_officer: '钱' })).toEqual(['hazard.verified_by.required']);
    expect(rules({ verified_by: null, verified_officer: '钱科长' })).toEqual([]);
    for (const nobody of ['.....', '无', '待定', '——'])
      expect(rules({ verified_by: null, verified_officer: nobody }), nobody).toEqual(['hazard.verified_by.required']);
  });

  it('has a note that says something, or a picture', () => {
    expect(rules({ verification: ' ' })).toEqual(['hazard.verification.required']);
    expect(rules({ verification: '已整改' })).toEqual(['hazard.verification.concrete']);
    expect(rules({ verification: null }, true)).toEqual([]);
    expect(rules({ verification: '已整改' }, true)).toEqual([]);
  });

  it('is asked for in no other state', () => {
    expect(rules({ status: 'rectified', verified_by: null, verification: null })).toEqual([]);
  });
});
