import { quarterBounds } from '@zhudian/core/evaluations/quarterBounds.ts';
import type { Knex } from 'knex';
import { evaluationStandsSql } from '../sql/evaluationStandsSql.ts';

/** A county, and whether it has evaluated a quarter. */
export interface EvaluationDue {
  readonly county: { readonly id: string; readonly code: string; readonly name: string };
  readonly office: string | null;
  readonly email: string | null;
  /** Its evaluations of the quarter that say something, newest first. */
  readonly evaluations: readonly { readonly id: string; readonly evaluated_on: string }[];
  /** One that was begun and says nothing yet. */
  readonly begun: string | null;
  readonly done: boolean;
  /** Whether the county was here before the quarter ended. */
  readonly here: boolean;
}
export interface EvaluationsDue {
  readonly quarter: string;
  /** The quarter's days, `YYYY-MM-DD`. */
  readonly first: string;
  readonly last: string;
  /** Days from today to the quarter's last; negative once it is over. */
  readonly days_left: number;
  readonly rows: readonly EvaluationDue[];
  /** Counties in service, then as well, that have none. */
  readonly due: readonly EvaluationDue['county'][];
}

type Found = Omit<EvaluationDue, 'county' | 'done'> & EvaluationDue['county'];

/**
 * Which counties have evaluated a quarter (notice, section four: at least once a quarter). An evaluation counts once it says anything:
 * findings, practices, problems or suggestions.
 *
 * @param quarter as `2026-Q4`
 * @param counties the ones to tell; null for all
 */
export async function evaluationsDue(database: Knex, quarter: string, counties: readonly string[] | null): Promise<EvaluationsDue> {
  const { first, last } = quarterBounds(quarter);
  const said = `btrim(coalesce(v.findings, '') || coalesce(v.practices, '') || coalesce(v.problems, '') || coalesce(v.suggestions, '')) <> ''`;
  const valid = evaluationStandsSql('v');
  const [{ rows }, { rows: left }] = await Promise.all([
    database.raw<{ rows: Found[] }>(
      `SELECT c.id, c.code, c.name, c.office, c.email,
         coalesce((SELECT json_agg(json_build_object('id', v.id, 'evaluated_on', v.evaluated_on) ORDER BY v.evaluated_on DESC, v.id) FROM evaluations v
           WHERE v.county = c.id AND v.kind = 'quarterly' AND v.quarter = :quarter AND ${valid} AND ${said}), '[]') AS evaluations,
         (SELECT v.id FROM evaluations v WHERE v.county = c.id AND v.kind = 'quarterly' AND v.quarter = :quarter AND ${valid} AND NOT (${said}) ORDER BY v.date_created LIMIT 1) AS begun,
         coalesce(c.date_created < (SELECT zhudian_here_by(:last::date)), true) AS here
       FROM counties c WHERE c.status = 'active' AND (:counties::uuid[] IS NULL OR c.id = ANY(:counties::uuid[])) ORDER BY c.sort, c.code`,
      { quarter, last, counties },
    ),
    database.raw<{ rows: [{ days: number }] }>('SELECT :last::date - zhudian_today() AS days', { last }),
  ]);
  const told = rows.map(({ id, code, name, ...rest }) => ({ county: { id, code, name }, ...rest, done: rest.evaluations.length > 0 }));
  return {
    quarter,
    first,
    last,
    days_left: left[0].days,
    rows: told,
    due: told.filter(({ done, here }) => here && !done).map(({ county }) => county),
  };
}
