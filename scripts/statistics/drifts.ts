import type pg from 'pg';
import { FIGURES } from '../../extensions/core/src/reports/figures.ts';

type Side = Readonly<Record<string, string | number | null>> | null;
interface Drift {
  readonly county: string;
  readonly month: string;
  readonly rectified: string | null;
  readonly kept: Side;
  readonly counted: Side;
}

const LABELS: Readonly<Record<string, string>> = { ...FIGURES, hazards: '隐患（项）', majors: '重大事故隐患（项）' };

/** What is kept and is not what a full count gives: a line for each county, month and column. */
export async function drifts(database: pg.Client): Promise<string[]> {
  const { rows } = await database.query<Drift>(
    `SELECT coalesce(c.name, d.county::text) AS county, to_char(d.month, 'YYYY-MM') AS month, to_char(d.rectified, 'YYYY-MM') AS rectified, d.kept, d.counted
     FROM zhudian_statistics_drift() d LEFT JOIN counties c ON c.id = d.county`,
  );
  return rows.flatMap(({ county, month, rectified, kept, counted }) =>
    Object.entries(LABELS)
      .filter(([key]) => Number(kept?.[key] ?? 0) !== Number(counted?.[key] ?? 0))
      .map(([key, label]) => {
        const which = rectified === null ? '' : `（${rectified} 整改）`;
        return `${county} ${month} ${label}${which}：汇总 ${kept?.[key] ?? 0}，应为 ${counted?.[key] ?? 0}`;
      }),
  );
}
