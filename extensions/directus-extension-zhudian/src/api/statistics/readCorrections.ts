import type { Figure } from '@zhudian/core/reports/figures.ts';
import type { Knex } from 'knex';
import type { Span } from './readStatistics.ts';

/** A figure that a county's report of the month handed in and that is counted otherwise today; exact decimals. */
export interface Correction {
  /** The county's id. */
  readonly county: string;
  readonly span: Span;
  readonly figure: Figure;
  readonly reported: string;
  readonly now: string;
  readonly difference: string;
}

/**
 * What was handed in for a month and is another number since: visits or hazards were corrected, added or taken back.
 *
 * @param counties the ones to tell; null for all
 */
export async function readCorrections(database: Knex, period: string, counties: readonly string[] | null): Promise<Correction[]> {
  const { rows } = await database.raw<{ rows: Correction[] }>('SELECT * FROM zhudian_report_corrections(:period, :counties::uuid[])', {
    period,
    counties,
  });
  return rows;
}
