import { validateReportPeriod } from '@zhudian/core/deadlines/validateReportPeriod.ts';
import { throwFaults } from '../errors/fieldFaults.ts';
import type { Caller } from '../runtime/Caller.ts';
import type { Payload } from '../runtime/Payload.ts';
import { standing } from '../runtime/standing.ts';
import { periodBounds } from '../settings/periodBounds.ts';
import { readSettings } from '../settings/Settings.ts';

/** Checks a month's own deadline as it would stand after a save. */
export async function checkReportPeriod(change: Payload, keys: readonly string[], { database }: Caller): Promise<void> {
  const rows = keys.length === 0 ? [{}] : await standing('report_periods', [], keys, database);
  const [{ first, today }, { timezone }] = await Promise.all([periodBounds(database), readSettings(database)]);
  for (const row of rows) throwFaults('report_periods', validateReportPeriod({ ...row, ...change }, { first, today, timezone }));
}
