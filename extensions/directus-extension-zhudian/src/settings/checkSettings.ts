import { validateSettings } from '@zhudian/core/settings/validateSettings.ts';
import { throwFaults } from '../errors/fieldFaults.ts';

/** Checks what is written into the settings. What they hold already is told by `/zhudian/health`, and keeps nobody from changing something else. */
export function checkSettings(change: Readonly<Record<string, unknown>>): void {
  throwFaults('settings', validateSettings(change));
}
