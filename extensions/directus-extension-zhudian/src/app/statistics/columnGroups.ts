import type { Figure } from '@zhudian/core/reports/figures.ts';
import { VISIT_FIGURES } from '@zhudian/core/visits/visitFigures.ts';

/** The merged heads of annex 4, each with its columns. */
export const COLUMN_GROUPS = {
  people: ['city_person_visits', 'county_person_visits'],
  enterprises: ['city_enterprise_visits', 'county_enterprise_visits'],
  duties: VISIT_FIGURES,
  hazards: ['hazards_found', 'hazards_rectified', 'major_hazards_found', 'major_hazards_rectified'],
} as const satisfies Readonly<Record<string, readonly Figure[]>>;

/** The columns in their order, and those after which a group ends. */
export const TABLE_COLUMNS: readonly Figure[] = Object.values(COLUMN_GROUPS).flat();
export const GROUP_ENDS: ReadonlySet<Figure> = new Set(Object.values(COLUMN_GROUPS).map((columns) => columns[columns.length - 1] as Figure));
