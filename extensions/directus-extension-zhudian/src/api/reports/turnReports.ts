import type { Runtime } from '../runtime/Runtime.ts';

/** Begins what the calendar asks for: drafts of reports some days before they are due, the city's compilation when they are. */
export async function turnReports({ database, config }: Runtime): Promise<void> {
  if (config.ZHUDIAN_CALENDAR_WORK) await database.raw('SELECT zhudian_turn_reports()');
}
