import { describe, expect, it } from 'vitest';
import { retryDelay } from './retryDelay.ts';
import { settleOutcome } from './settleOutcome.ts';

const both = ['a@city.example', 'b@city.example'];
const accepted = { kind: 'accepted', response: '250 OK', accepted: both, deferred: [], refused: [] } as const;

describe('settleOutcome', () => {
  it('is sent once every recipient was taken', () => {
    expect(settleOutcome(accepted, both, 0)).toEqual({ status: 'sent', remaining: [], error: null, response: '250 OK' });
  });

  it('keeps trying for those who were not taken, and for them alone', () => {
    const outcome = { ...accepted, accepted: ['a@city.example'], refused: [{ address: 'b@city.example', answer: '550 no such user' }] };
    expect(settleOutcome(outcome, both, 1)).toMatchObject({
      status: 'retry',
      remaining: ['b@city.example'],
      error: 'b@city.example: 550 no such user',
    });
  });

  it('marks a mail whose answer never came, so that its repeat is known to be one', () => {
    expect(settleOutcome({ kind: 'unknown', error: 'closed' }, both, 0)).toMatchObject({ status: 'unknown', remaining: both });
  });

  it('gives up a mail whose answer never came after three days as well', () => {
    const settled = { remaining: both, error: 'closed', response: null };
    expect(settleOutcome({ kind: 'unknown', error: 'closed' }, both, 71.9)).toEqual({ status: 'unknown', ...settled });
    expect(settleOutcome({ kind: 'unknown', error: 'closed' }, both, 72)).toEqual({ status: 'dead', ...settled });
  });

  it.each(['deferred', 'refused'] as const)('tries again after "%s", and gives up only after three days', (kind) => {
    expect(settleOutcome({ kind, error: 'x' }, both, 71.9).status).toBe('retry');
    expect(settleOutcome({ kind, error: 'x' }, both, 72).status).toBe('dead');
  });
});

describe('retryDelay', () => {
  it('doubles from two seconds to five minutes, less at most a quarter', () => {
    expect([1, 2, 3, 8, 9, 1000].map((attempts) => retryDelay(attempts, 0))).toEqual([2000, 4000, 8000, 256_000, 300_000, 300_000]);
    expect(retryDelay(1, 0.999)).toBeGreaterThanOrEqual(1500);
  });
});
