import type { CityInspectionFacts } from '@zhudian/core/reports/ReportFacts.ts';
import type { Knex } from 'knex';

/** All that either kind of evaluation is composed from, and which one it is. */
export interface GatheredEvaluation extends CityInspectionFacts {
  readonly kind: 'quarterly' | 'city_inspection';
}
type Found = Omit<GatheredEvaluation, 'office' | 'county'> & {
  readonly office_name: string | null;
  readonly county_name: string;
  readonly county_office: string | null;
};

/** All that the document of an evaluation is composed from, or null when it is gone. See `EvaluationFacts`. */
export async function gatherEvaluation(id: string, database: Knex): Promise<GatheredEvaluation | null> {
  const { rows } = await database.raw<{ rows: Found[] }>(
    `SELECT v.kind, v.quarter, v.evaluated_on::text, v.reply_due::text, trim_scale(v.score)::text AS score, v.findings, v.practices, v.problems, v.suggestions,
       c.name AS county_name, c.office AS county_office, (SELECT office_name FROM settings LIMIT 1) AS office_name
     FROM evaluations v JOIN counties c ON c.id = v.county WHERE v.id = zhudian_uuid(:id)`,
    { id },
  );
  const [found] = rows;
  if (!found) return null;
  const { office_name, county_name, county_office, ...evaluation } = found;
  return { ...evaluation, office: { name: office_name ?? '市化工专项行动办' }, county: { name: county_name, office: county_office } };
}
