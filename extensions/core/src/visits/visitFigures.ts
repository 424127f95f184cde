/** The figures of a visit, annex 4 columns 5 to 11, in its order. */
export const VISIT_FIGURES = [
  'responsibility_lists_checked',
  'rules_improved',
  'morning_meetings_urged',
  'warning_educations_urged',
  'drills_urged',
  'reward_amount_wan',
  'hazardous_work_supervised',
] as const;
export type VisitFigure = (typeof VISIT_FIGURES)[number];
