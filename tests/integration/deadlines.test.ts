import { beforeAll, describe, expect, it } from 'vitest';
import { dueMoment } from '../../extensions/core/src/deadlines/dueMoment.ts';
import { countyId } from '../../scripts/provision/reference/counties.ts';
import type { Api } from '../support/Api.ts';
import { logins, type Caller } from '../support/logins.ts';
import { setClock } from '../support/setClock.ts';
import { useTestStack } from '../support/useTestStack.ts';

const test = useTestStack();
let as: Readonly<Record<Caller, Api>>;
beforeAll(async () => {
  as = await logins(test);
}, 600_000);

describe('the deadline of a month', () => {
  it('is the same in SQL and in the core, for 240 months, with single deadlines, other days and another time zone', async () => {
    const months = Array.from({ length: 240 }, (_, place) => `${2023 + Math.floor(place / 12)}-${String((place % 12) + 1).padStart(2, '0')}`);
    const { rows: own } = await test.database.query<{ period: string; due_at: Date }>('SELECT period, due_at FROM report_periods');
    expect(own.map(({ period }) => period)).toContain('2023-10');
    for (const [day, time, timezone] of [
      [30, '17:30', 'Asia/Shanghai'],
      [31, '09:00', 'America/New_York'],
      [28, '23:59', 'Pacific/Kiritimati'],
    ] as const) {
      await test.database.query('BEGIN');
      await test.database.query('UPDATE settings SET report_due_day = $1, report_due_time = $2, timezone = $3', [day, time, timezone]);
      const { rows } = await test.database.query<{ period: string; due: Date }>(
        'SELECT period, zhudian_report_due(period) AS due FROM unnest($1::text[]) period',
        [months],
      );
      await test.database.query('ROLLBACK');
      const override = (period: string): string | null => own.find((row) => row.period === period)?.due_at.toISOString() ?? null;
      expect(rows.map(({ period, due }) => [period, due.toISOString()])).toEqual(
        months.map((period) => [period, dueMoment(period, { day, time, timezone, override: override(period) }).toISOString()]),
      );
    }
  });

  it('is told to offices of their own counties: October 2023 was due on 26 September, half past five in Beijing', async () => {
    await setClock(test, '2023-09-20T09:00:00+08:00');
    const { status, data } = await as.county.send('GET', '/zhudian/deadlines?period=2023-10');
    expect(status).toBe(200);
    expect(data).toMatchObject({ period: '2023-10', due_at: '2023-09-26T09:30:00.000Z', holidays_known: true, working_days_left: 4 });
    expect(data.rows).toEqual([expect.objectContaining({ county: expect.objectContaining({ id: countyId('370811') }) as unknown, reported: false })]);
    expect((await as.city.send<{ rows: unknown[] }>('GET', '/zhudian/deadlines?period=2023-10')).data.rows).toHaveLength(14);
    expect((await as.city.send('GET', '/zhudian/deadlines?period=2040-01')).data).toMatchObject({ holidays_known: false });
    expect((await as.inspector.send('GET', '/zhudian/deadlines')).status).toBe(403);
    await setClock(test, null);
  });
});
