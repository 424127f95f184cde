import { setTimeout as sleep } from 'node:timers/promises';
import type { Stack } from './Stack.ts';
import type { Step } from './Step.ts';
import { stepTexts } from '../texts/startTexts.ts';

const PATIENCE = 60_000;

/**
 * Waits until n8n has asked Directus for events since this start: only then does a major hazard take the quick way. Not
 * a failure when it does not come; the watchdog reports meanwhile, and the step says so.
 */
export function eventsFlow(stack: Stack): Step {
  return {
    title: stepTexts.listening(),
    run: async () => {
      const client = await stack.connect('directus');
      try {
        for (const end = Date.now() + PATIENCE; Date.now() < end;) {
          const { rows } = await client.query("select 1 from zhudian_heartbeats where part = 'n8n' and at > pg_postmaster_start_time()");
          if (rows.length > 0) return undefined;
          await sleep(200);
        }
        return stepTexts.notListening();
      } finally {
        await client.end();
      }
    },
  };
}
