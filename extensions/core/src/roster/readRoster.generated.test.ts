import { describe, expect, it } from 'vitest';
import { readGenerated } from './testing/readGenerated.ts';

const SEEDS = Array.from({ length: 200 }, (_, index) => index + 1);

describe('two hundred rosters in layouts of chance', () => {
  it('are read as what they say, or asked about; never otherwise, and every row is accounted for', () => {
    const told = SEEDS.map((seed) => readGenerated(seed));
    expect(told.flatMap(({ seed, wrong }) => wrong.map((what) => `${seed}: ${what}`))).toEqual([]);
    // Asking about everything would never be wrong either.
    const [exact, all] = told.reduce(([read, sum], one) => [read + one.exact, sum + one.enterprises], [0, 0]);
    expect(exact / all).toBeGreaterThan(0.9);
  });
});
