import { it } from 'vitest';

/** One step of a journey, as a test of its own. */
export type Step = (title: string, work: () => Promise<void>, seconds?: number) => void;

/** The steps of a journey in their order: after the first that fails nothing more is tried, so that the failure names its step. */
export function inOrder(): Step {
  let failed: string | null = null;
  return (title, work, seconds = 900) => {
    it(
      title,
      async ({ skip }) => {
        if (failed !== null) skip(`after “${failed}”`);
        await work().catch((error: unknown) => {
          failed = title;
          throw error;
        });
      },
      seconds * 1000,
    );
  };
}
