import { dayIn } from '@zhudian/core/calendar/dayIn.ts';
import { knowsYear } from '@zhudian/core/calendar/knowsYear.ts';
import { workdaysBetween } from '@zhudian/core/calendar/workdaysBetween.ts';
import type { Knex } from 'knex';
import { readSettings } from '../settings/Settings.ts';
import { now } from '../clock/now.ts';
import { dueAt } from './dueAt.ts';
import { reportHandedInSql } from '../sql/reportHandedInSql.ts';

/** Until when a month's reports are due, and who has handed them in. Moments are ISO 8601. */
export interface Deadlines {
  readonly period: string;
  readonly due_at: string;
  /** Why the month has a deadline of its own. */
  readonly note: string | null;
  /** Whether the holidays of all years up to the deadline are known; otherwise only weekends are left out. */
  readonly holidays_known: boolean;
  /** Working days after today up to the deadline; negative after it. */
  readonly working_days_left: number;
  readonly rows: readonly {
    readonly county: { readonly id: string; readonly code: string; readonly name: string };
    readonly reported: boolean;
    readonly submitted_at: string | null;
    /** Of the first time, also while the report is back with its county. */
    readonly on_time: boolean | null;
  }[];
}

/** @param counties the ones to tell; null for all */
export async function readDeadlines(database: Knex, period: string, counties: readonly string[] | null): Promise<Deadlines> {
  const [due_at, moment, { timezone }, own, reported] = await Promise.all([
    dueAt(period, database),
    now(database),
    readSettings(database),
    database('report_periods').where({ period }).first('note'),
    database.raw<{ rows: Deadlines['rows'] }>(
      `SELECT json_build_object('id', c.id, 'code', c.code, 'name', c.name) AS county, coalesce(${reportHandedInSql('r')}, false) AS reported,
         CASE WHEN ${reportHandedInSql('r')} THEN r.submitted_at END AS submitted_at, r.on_time
       FROM counties c LEFT JOIN monthly_reports r ON r.county = c.id AND r.period = :period AND r.submission > 0
       WHERE (c.status = 'active' OR r.id IS NOT NULL) AND (:counties::uuid[] IS NULL OR c.id = ANY(:counties::uuid[])) ORDER BY c.sort, c.code`,
      { period, counties },
    ),
  ]);
  const [today, due] = [dayIn(moment, timezone), dayIn(new Date(due_at), timezone)];
  const years = [today, due].map((day) => Number(day.slice(0, 4)));
  return {
    period,
    due_at,
    note: own?.note ?? null,
    holidays_known: range(Math.min(...years), Math.max(...years)).every(knowsYear),
    working_days_left: workdaysBetween(today, due),
    rows: reported.rows,
  };
}

const range = (from: number, to: number): number[] => Array.from({ length: to - from + 1 }, (_, place) => from + place);
