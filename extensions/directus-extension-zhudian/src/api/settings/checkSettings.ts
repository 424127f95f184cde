import { validateSettings } from '@zhudian/core/settings/validateSettings.ts';
import { throwFaults } from '../errors/fieldFaults.ts';
import type { Caller } from '../runtime/Caller.ts';
import { today } from '../clock/today.ts';

/** Checks what is written into the settings. What they hold already is told by `/zhudian/health`, and keeps nobody from changing something else. */
export async function checkSettings(change: Readonly<Record<string, unknown>>, { database }: Caller): Promise<void> {
  throwFaults('settings', validateSettings(change, await today(database)));
}
