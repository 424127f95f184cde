import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { readAcknowledgeToken, signAcknowledgeToken } from './AcknowledgeToken.ts';
import { dueStep } from './dueStep.ts';
import { planEndsAt } from './planEndsAt.ts';

const digest = (text: string) => createHmac('sha256', 'secret').update(text).digest('base64url');
const claim = {
  hazard: '3f2504e0-4f89-41d3-9a0c-0305e82c3301',
  raised: 1_795_000_000_123,
  expires: 2_000_000_000,
  sent: { to: 'duty_офис@city.example', at: 1_795_000_000_456 },
};

describe('acknowledge token', () => {
  it('reads back what it was signed for', () => {
    expect(readAcknowledgeToken(signAcknowledgeToken(claim, digest), digest, 1_999_999_999)).toEqual({ kind: 'good', claim });
  });

  it.each([
    ['the address', { ...claim, sent: null }],
    ['the address and the raise', { ...claim, sent: null, raised: null }],
    ['the raise', { ...claim, raised: null }],
  ])('is still read where it was sent without %s', (_, old) => {
    expect(readAcknowledgeToken(signAcknowledgeToken(old, digest), digest, 0)).toEqual({ kind: 'good', claim: old });
  });

  it('is not another one with a piece left out', () => {
    expect(readAcknowledgeToken(signAcknowledgeToken(claim, digest).replace(/\.[0-9a-z]+/, ''), digest, 0).kind).toBe('forged');
  });

  it('has its day', () => {
    expect(readAcknowledgeToken(signAcknowledgeToken(claim, digest), digest, 2_000_000_001).kind).toBe('expired');
  });

  it.each([
    ['another hazard', (t: string) => t.replace('3f2504e0', '3f2504e1')],
    ['another raise', (t: string) => t.replace(/\.[0-9a-z]+\./, '.zzzzzzzz.')],
    ['a later expiry', (t: string) => t.replace(/(?<=\.[0-9a-z]+\.)[0-9a-z]+(?=\.)/, 'zzzzzz')],
    ['another address', (t: string) => t.replace(/[\w-]+(?=\.[\w-]{43}$)/, 'aGVhZEBjaXR5LmV4YW1wbGU')],
    ['another digest', (t: string) => `${t.slice(0, -1)}${t.endsWith('A') ? 'B' : 'A'}`],
    ['a piece cut off', (t: string) => t.slice(0, 60)],
    ['nothing', () => ''],
  ])('is worth nothing with %s', (_, change) => {
    expect(readAcknowledgeToken(change(signAcknowledgeToken(claim, digest)), digest, 0).kind).toBe('forged');
  });
});

describe('dueStep', () => {
  const plan = {
    contacts: [
      { name: '值班', email: 'duty@city.example', after_minutes: 0 },
      { name: '主任', email: 'head@city.example', after_minutes: 45 },
    ],
    acknowledge_minutes: 15,
    repeat_minutes: 30,
    max_steps: 5,
  };

  it.each([
    [14.9, null],
    [15, { step: 1, to: ['duty@city.example'] }],
    [59, { step: 1, to: ['duty@city.example'] }],
    [60, { step: 2, to: ['duty@city.example', 'head@city.example'] }],
    [89, { step: 2, to: ['duty@city.example', 'head@city.example'] }],
    [90, { step: 3, to: ['duty@city.example', 'head@city.example'] }],
    [150, { step: 5, to: ['duty@city.example', 'head@city.example'] }],
    [389, { step: 5, to: ['duty@city.example', 'head@city.example'] }],
    // The plan is used up: every four hours, for a week.
    [390, { step: 6, to: ['duty@city.example', 'head@city.example'] }],
    [10_230, { step: 47, to: ['duty@city.example', 'head@city.example'] }],
    [10_470, null],
  ])('after %d minutes without confirmation: %j', (minutes, step) => {
    expect(dueStep(plan, minutes)).toEqual(step);
  });

  it.each([
    [plan, 150],
    [{ ...plan, max_steps: 2 }, 60],
    [{ ...plan, max_steps: 1, contacts: [...plan.contacts].reverse() }, 15],
    [{ ...plan, contacts: [] }, 135],
    [{ ...plan, max_steps: 0 }, 15],
  ])('%j ends after %d minutes, with its last step', (some, minutes) => {
    expect(planEndsAt(some)).toBe(minutes);
    if (some.max_steps === 0) {
      expect(dueStep(some, minutes + 500)).toBeNull();
      return;
    }
    expect(dueStep(some, minutes)?.step).toBe(some.max_steps);
    expect(dueStep(some, minutes - 1)?.step ?? 0).toBe(some.max_steps - 1);
  });

  it('without contacts repeats to the office itself', () => {
    const empty = { ...plan, contacts: [] };
    expect(dueStep(empty, 14)).toBeNull();
    expect(dueStep(empty, 15)).toEqual({ step: 1, to: [] });
    expect(dueStep(empty, 45)).toEqual({ step: 2, to: [] });
  });
});
