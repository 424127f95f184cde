import type { Secrets } from '../stack/Secrets.ts';
import type { StackConfig } from '../stack/StackConfig.ts';

/** The installation under examination. Nothing in it is changed by looking. */
export interface Patient {
  config: StackConfig;
  /** Missing before the first start. */
  secrets: Secrets | undefined;
  /** Whether the group's robot is to say a word, so that somebody sees that it does. */
  tell?: boolean;
}
