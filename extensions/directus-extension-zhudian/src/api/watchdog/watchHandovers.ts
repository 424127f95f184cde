import type { Runtime } from '../runtime/Runtime.ts';
import { readSettings } from '../settings/Settings.ts';
import { unhandedEvents } from './openEvents.ts';
import { reportWithoutN8n } from './reportWithoutN8n.ts';

const AT_ONCE = 20;

/** Milliseconds one that could not be composed rests: what is wrong with it is put right by people, and each attempt makes a Word report. */
const REST = 30_000;

/** Number of an event that could not be composed → when it is tried again, by a clock that nobody sets. */
const resting = new Map<string, number>();

/** One round of the watchdog. Events that cannot be composed, however many, do not hold up the others. */
export async function watchHandovers(runtime: Runtime): Promise<void> {
  const { database, logger } = runtime;
  const { handover_seconds } = await readSettings(database);
  for (const [seq, until] of resting) if (until <= performance.now()) resting.delete(seq);
  for (;;) {
    const events = await unhandedEvents(handover_seconds, [...resting.keys()], AT_ONCE, database);
    for (const event of events) {
      try {
        await reportWithoutN8n(event, runtime);
      } catch (error) {
        resting.set(event.seq, performance.now() + REST);
        logger.error(error, `zhudian: event ${event.seq} could not be reported without n8n`);
      }
    }
    if (events.length < AT_ONCE) return;
  }
}
