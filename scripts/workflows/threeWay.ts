/** One workflow in three places, each as the text of its file. */
export interface ThreeTexts {
  /** What was brought into this n8n last; undefined when that is not known. */
  readonly shipped: string | undefined;
  /** What is in n8n; undefined when it is not there. */
  readonly now: string | undefined;
  /** What this version of the repository brings. */
  readonly ships: string;
}

/**
 * What an update does with a workflow.
 *
 * - `same`: n8n has it already.
 * - `take`: nobody changed it in n8n, or it is not there: the new one is brought in.
 * - `keep`: only n8n's was changed: it stays.
 * - `ask`: both were changed: n8n's stays, and a person decides.
 */
export type Choice = 'same' | 'take' | 'keep' | 'ask';

/** What a maintainer changed is never overwritten: where in doubt it stays. */
export function threeWay({ shipped, now, ships }: ThreeTexts): Choice {
  if (now === undefined) return 'take';
  if (now === ships) return 'same';
  if (now === shipped) return 'take';
  return ships === shipped ? 'keep' : 'ask';
}
