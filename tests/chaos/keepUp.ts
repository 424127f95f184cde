import { setTimeout as pause } from 'node:timers/promises';
import type { Part } from '../../scripts/stack/Part.ts';

/** Starts a part until it is up, whatever else is down meanwhile: without PostgreSQL neither Directus nor n8n comes up. */
export async function keepUp(part: Part): Promise<void> {
  for (let failures = 0; part.state !== 'running'; failures += 1) {
    try {
      if (part.state === 'stopped') await part.start();
      else await pause(100);
    } catch (error) {
      if (failures >= 60) throw error;
      await pause(500);
    }
  }
}
