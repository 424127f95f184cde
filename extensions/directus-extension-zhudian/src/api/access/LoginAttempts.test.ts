import { describe, expect, it } from 'vitest';
import { LoginAttempts } from './LoginAttempts.ts';

const MINUTE = 60_000;

describe('attempts to log in', () => {
  it('are ten in a quarter of an hour, and then again ten', () => {
    const attempts = new LoginAttempts();
    for (let n = 0; n < 10; n++) expect(attempts.begin('a', n * MINUTE)).toBeNull();
    expect(attempts.begin('a', 10 * MINUTE)).toEqual(new Date(15 * MINUTE));
    expect(attempts.begin('a', 15 * MINUTE - 1)).toEqual(new Date(15 * MINUTE));
    for (let n = 0; n < 10; n++) expect(attempts.begin('a', 15 * MINUTE)).toBeNull();
    expect(attempts.begin('a', 15 * MINUTE)).toEqual(new Date(30 * MINUTE));
  });

  it('of one are none of another', () => {
    const attempts = new LoginAttempts();
    for (let n = 0; n < 11; n++) attempts.begin('a', 0);
    expect(attempts.begin('a', 0)).not.toBeNull();
    expect(attempts.begin('b', 0)).toBeNull();
  });

  it('are forgotten with the right password', () => {
    const attempts = new LoginAttempts();
    for (let n = 0; n < 10; n++) attempts.begin('a', 0);
    attempts.succeeded('a');
    expect(attempts.begin('a', 0)).toBeNull();
  });

  it('are kept for so many only, the latest', () => {
    const attempts = new LoginAttempts();
    for (let n = 0; n < 10; n++) attempts.begin('a', 0);
    for (let n = 0; n < 50_000; n++) attempts.begin(`b${n}`, 0);
    expect(attempts.begin('a', 0)).toBeNull();
  });
});
