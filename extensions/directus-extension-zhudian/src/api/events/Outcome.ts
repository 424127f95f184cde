import type { Runtime } from '../runtime/Runtime.ts';
import type { HeldEvent } from './OutboxEvent.ts';

/** Null when the outcome of an event is in the database; else what is missing and where to look, in Chinese. */
export type Outcome = (event: HeldEvent, runtime: Runtime) => Promise<string | null>;
