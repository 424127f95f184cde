import { monthsOn } from '@zhudian/core/calendar/monthsOn.ts';
import { periodFault } from '@zhudian/core/calendar/periodFault.ts';
import type { Knex } from 'knex';
import { InvalidRequestError } from '../../../errors/errors.ts';
import { periodBounds } from '../../../settings/periodBounds.ts';

/**
 * The month that a request is about; this one where none is named.
 *
 * @param ahead how many months to come may be asked for as well
 * @throws when there is nothing of it to tell: it has not begun, or is from before the statistics
 */
export async function askedPeriod(period: string | undefined, database: Knex, ahead = 0): Promise<string> {
  const bounds = await periodBounds(database, period);
  if (period === undefined) return bounds.today.slice(0, 7);
  const fault = periodFault(period, { ...bounds, last: monthsOn(bounds.last, ahead) });
  if (fault) throw new InvalidRequestError({ faults: [`period: ${fault.message}`] });
  return period;
}
