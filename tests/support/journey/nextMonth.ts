import type { TestStack } from '../TestStack.ts';

/** A month that has not begun, whatever day a test runs on. */
export interface ComingMonth {
  /** `YYYY-MM` */
  readonly period: string;
  /** The month after it. */
  readonly following: string;
  /** Its days, `YYYY-MM-DD`. */
  readonly days: readonly string[];
  /** The day its report is due: the 30th, in February the last. */
  readonly due: string;
  /** A day so many after the due one; before it where negative. */
  readonly fromDue: (days: number) => string;
  /** A day of it, from 1. */
  readonly day: (number: number) => string;
}

/** The month after the one it is. */
export async function nextMonth({ database }: TestStack): Promise<ComingMonth> {
  const { rows } = await database.query<{ first: string; following: string; days: string[] }>(
    `SELECT to_char(m, 'YYYY-MM') AS period, to_char(m, 'YYYY-MM-DD') AS first, to_char(m + interval '1 month', 'YYYY-MM') AS following,
       (SELECT array_agg(to_char(d, 'YYYY-MM-DD') ORDER BY d) FROM generate_series(m, m + interval '1 month - 1 day', interval '1 day') d) AS days
     FROM (SELECT date_trunc('month', zhudian_today()::timestamp) + interval '1 month' AS m) s`,
  );
  const { days, following } = rows[0]!;
  const day = (number: number): string => days[number - 1]!;
  const due = days[Math.min(30, days.length) - 1]!;
  return {
    period: day(1).slice(0, 7),
    following,
    days,
    due,
    day,
    fromDue: (more) => new Date(Date.parse(`${due}T00:00:00Z`) + more * 86_400_000).toISOString().slice(0, 10),
  };
}
