import { it } from 'vitest';
import { keepLook } from './keepLook.ts';
import { openPages } from './moveBrowsers.ts';

/** One step of a journey, as a test of its own. */
export type Step = (title: string, work: () => Promise<void>, seconds?: number) => void;

/**
 * The steps of a journey in their order: after the first that fails nothing more is tried, so that the failure names its step. What everybody
 * sees then is kept where ZHUDIAN_LOOK says.
 */
export function inOrder(): Step {
  let failed: string | null = null;
  return (title, work, seconds = 900) => {
    it(
      title,
      async ({ skip }) => {
        if (failed !== null) skip(`after “${failed}”`);
        await work().catch(async (error: unknown) => {
          failed = title;
          await Promise.allSettled(openPages().map(async (page, index) => keepLook(page, `failed-${index + 1}`)));
          throw error;
        });
      },
      seconds * 1000,
    );
  };
}
