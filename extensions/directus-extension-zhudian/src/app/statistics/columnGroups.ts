import type { Figure } from '@zhudian/core/reports/figures.ts';

/** The merged heads of annex 4, each with its columns. */
export const COLUMN_GROUPS = {
  people: ['city_person_visits', 'county_person_visits'],
  enterprises: ['city_enterprise_visits', 'county_enterprise_visits'],
  duties: [
    'responsibility_lists_checked',
    'rules_improved',
    'morning_meetings_urged',
    'warning_educations_urged',
    'drills_urged',
    'reward_amount_wan',
    'hazardous_work_supervised',
  ],
  hazards: ['hazards_found', 'hazards_rectified', 'major_hazards_found', 'major_hazards_rectified'],
} as const satisfies Readonly<Record<string, readonly Figure[]>>;
