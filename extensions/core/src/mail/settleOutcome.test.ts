import { describe, expect, it } from 'vitest';
import { retryDelay } from './retryDelay.ts';
import { settleOutcome } from './settleOutcome.ts';

const both = ['a@city.example', 'b@city.example'];
const mail = { kind: 'report', hours: 0, attempts: 1, reached: false };
const accepted = { kind: 'accepted', response: '250 OK', accepted: both, deferred: [], refused: [] } as const;

describe('settleOutcome', () => {
  it('is sent once every recipient was taken', () => {
    expect(settleOutcome(accepted, both, mail)).toEqual({ status: 'sent', remaining: [], error: null, response: '250 OK' });
  });

  it('keeps trying for those who were not taken, and for them alone', () => {
    const outcome = { ...accepted, accepted: ['a@city.example'], refused: [{ address: 'b@city.example', answer: '550 no such user' }] };
    expect(settleOutcome(outcome, both, mail)).toMatchObject({
      status: 'retry',
      remaining: ['b@city.example'],
      error: 'b@city.example: 550 no such user',
    });
  });

  it('marks a mail whose answer never came, so that its repeat is known to be one', () => {
    expect(settleOutcome({ kind: 'unknown', error: 'closed' }, both, mail)).toMatchObject({ status: 'unknown', remaining: both });
  });

  it.each([
    [{ hours: 71.9, attempts: 900 }, 'goes on'],
    // The server was off for three days: nothing has been tried yet.
    [{ hours: 73, attempts: 1 }, 'goes on'],
    [{ hours: 72, attempts: 19 }, 'goes on'],
    [{ hours: 72, attempts: 20 }, 'dead'],
    [{ hours: 9000, attempts: 90_000, kind: 'major_hazard' }, 'goes on'],
    [{ hours: 9000, attempts: 90_000, kind: 'unacknowledged' }, 'goes on'],
    // Somebody at the city office has it: one address that does not exist is no reason to knock for ever.
    [{ hours: 72, attempts: 20, kind: 'major_hazard', reached: true }, 'dead'],
  ])('after %j it %s', (known, verdict) => {
    const settled = { remaining: both, error: 'x', response: null };
    for (const kind of ['deferred', 'refused', 'unknown'] as const) {
      const goesOn = kind === 'unknown' ? 'unknown' : 'retry';
      const status = verdict === 'dead' ? 'dead' : goesOn;
      expect(settleOutcome({ kind, error: 'x' }, both, { ...mail, ...known })).toEqual({ status, ...settled });
    }
  });
});

describe('retryDelay', () => {
  it('doubles from two seconds to five minutes, less at most a quarter', () => {
    expect([1, 2, 3, 8, 9, 1000].map((attempts) => retryDelay(attempts, 0))).toEqual([2000, 4000, 8000, 256_000, 300_000, 300_000]);
    expect(retryDelay(1, 0.999)).toBeGreaterThanOrEqual(1500);
  });
});
