import { setTimeout as pause } from 'node:timers/promises';

/** Asks again until the answer is there, and fails with the last one when it does not come in time. */
export async function waitFor<T>(what: string, ask: () => Promise<T | null | undefined | false>, seconds = 90): Promise<T> {
  const until = Date.now() + seconds * 1000;
  let last: unknown;
  while (Date.now() < until) {
    try {
      const answer = await ask();
      if (answer) return answer;
      last = answer;
    } catch (error) {
      last = error;
    }
    await pause(100);
  }
  throw new Error(`${what} did not happen within ${seconds} s; last seen: ${last instanceof Error ? last.message : JSON.stringify(last)}`);
}
