import type pg from 'pg';
import { insertRows } from '../insertRows.ts';
import { seedId } from '../seedId.ts';
import { readReference } from './readReference.ts';

interface PeriodSeed {
  readonly period: string;
  readonly due_at: string;
  readonly note: string;
}

/** The deadlines that the notice itself sets for single months. */
export async function seedReportPeriods(client: pg.ClientBase): Promise<number> {
  const periods = readReference<readonly PeriodSeed[]>('report_periods');
  return await insertRows(
    client,
    'report_periods',
    periods.map((period) => ({ id: seedId('report_period', period.period), ...period, date_created: new Date() })),
  );
}
