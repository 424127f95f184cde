import { expect, it } from 'vitest';
import { KeptRights } from './KeptRights.ts';

it('reads the rights once, and anew when they change, age or could not be read', async () => {
  let reads = 0;
  const kept = new KeptRights(async () => {
    reads += 1;
    if (reads === 4) throw new Error('no database');
    return { permissions: [], assignments: [] };
  });
  await kept.get(0);
  await kept.get(9_000);
  expect(reads).toBe(1);
  kept.drop();
  await kept.get(9_000);
  expect(reads).toBe(2);
  await kept.get(20_000);
  expect(reads).toBe(3);
  await expect(kept.get(40_000)).rejects.toThrow('no database');
  await kept.get(40_000);
  expect(reads).toBe(5);
});
