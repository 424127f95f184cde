import { setTimeout as pause } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { Turns } from './Turns.ts';

it('never more than so many at once, and a failure gives its place on', async () => {
  const turns = new Turns(2);
  let [busy, most] = [0, 0];
  const works = Array.from({ length: 9 }, (_, n) =>
    turns.take(async () => {
      most = Math.max(most, (busy += 1));
      await pause(3);
      busy -= 1;
      if (n % 3 === 0) throw new Error('broken');
      return n;
    }),
  );
  const ended = await Promise.allSettled(works);
  expect([most, busy]).toEqual([2, 0]);
  expect(ended.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []))).toEqual([1, 2, 4, 5, 7, 8]);
});
