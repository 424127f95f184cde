import { expect, it } from 'vitest';
import { attack } from '../attack/attack.ts';
import { logins } from '../support/logins.ts';
import { useTestStack } from '../support/useTestStack.ts';

const SECONDS = 30;
const test = useTestStack();

/** A short run of `npm run attack`; which requests it makes changes with the day. */
it('requests of every role, made up by chance, see, write and stop nothing that they must not', async () => {
  const seed = Number(process.env['ZHUDIAN_SEED'] ?? Math.floor(Date.now() / 86_400_000));
  const { stack, database, admin } = test;
  const report = await attack({ stack, database, admin, by: await logins(test) }, seed, performance.now() + SECONDS * 1000, () => undefined);
  expect(report.findings, `seed ${seed}`).toEqual([]);
  // Requests that are all refused prove nothing.
  expect(report.answered).toBeGreaterThan(report.requests / 10);
  expect(report.secrets).toBeGreaterThan(50);
});
