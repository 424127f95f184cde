const FIRST = 2_000;
const MOST = 5 * 60_000;

/**
 * Milliseconds to wait before the next attempt: doubling from 2 s up to 5 min, with up to a quarter taken off at
 * random, so that many mails that failed together do not come back together.
 *
 * @param attempts attempts made so far, at least 1
 * @param random a number in [0, 1)
 */
export function retryDelay(attempts: number, random: number): number {
  const whole = Math.min(MOST, FIRST * 2 ** Math.min(attempts - 1, 20));
  return Math.round(whole * (1 - random / 4));
}
