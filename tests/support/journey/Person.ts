import type { BrowserContext, Page } from 'playwright-core';
import type { Api } from '../Api.ts';

/** A log-in somebody has, beside those of the demo. */
export interface Login {
  readonly email: string;
  readonly password: string;
  /** What somebody else has set, where its owner has never come: `password` is what they choose the first time. */
  readonly given?: string;
}

/** Somebody of a journey: a browser of their own with the panel open, and the same log-in over REST. */
export interface Person {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly api: Api;
  /** What went wrong in their pages. */
  readonly faults: string[];
  /** What the next question of the page ("Submit?") is answered with; it is `accept` at first. */
  says: 'accept' | 'dismiss';
  /** Opens a page of the panel: `zhudian/visits/new`, `content/visits/<id>`. */
  readonly open: (path: string) => Promise<void>;
}
