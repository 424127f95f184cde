import type { Runtime } from '../Runtime.ts';
import { readSettings } from '../settings/Settings.ts';
import { unhandedEvents } from './openEvents.ts';
import { reportWithoutN8n } from './reportWithoutN8n.ts';

const AT_ONCE = 20;

/** One round of the watchdog. An event that cannot be composed does not hold up the others. */
export async function watchHandovers(runtime: Runtime): Promise<void> {
  const { handover_seconds } = await readSettings(runtime.database);
  for (;;) {
    const events = await unhandedEvents(handover_seconds, AT_ONCE, runtime.database);
    let failed = 0;
    for (const event of events) {
      try {
        await reportWithoutN8n(event, runtime);
      } catch (error) {
        failed += 1;
        runtime.logger.error(error, `zhudian: event ${event.seq} could not be reported without n8n`);
      }
    }
    if (events.length < AT_ONCE || failed > 0) return;
  }
}
