import type { FieldFault } from '../errors/FieldFault.ts';
import { isBlank } from '../text/isBlank.ts';
import { quoteValue } from '../text/quoteValue.ts';

/** The 15 columns of annex 4 in their order, with the names of the form. Source: notice, annex 4. */
export const FIGURES = {
  city_person_visits: '派出驻点监督人员市级（人次）',
  county_person_visits: '派出驻点监督人员县级（人次）',
  city_enterprise_visits: '派驻企业单位市级（家次）',
  county_enterprise_visits: '派驻企业单位县级（家次）',
  responsibility_lists_checked: '核查全员责任清单（人）',
  rules_improved: '指导完善规章制度（条）',
  morning_meetings_urged: '督促召开“晨会”（次）',
  warning_educations_urged: '督促开展警示教育（场次）',
  drills_urged: '督促开展应急演练（次）',
  reward_amount_wan: '督促落实有奖举报（万元）',
  hazardous_work_supervised: '现场监督危险作业（次）',
  hazards_found: '发现隐患（项）',
  hazards_rectified: '已整改（项）',
  major_hazards_found: '其中发现重大事故隐患（项）',
  major_hazards_rectified: '重大事故隐患已整改（项）',
} as const;
export type Figure = keyof typeof FIGURES;

const MOST = 100_000_000;
/** What cannot be more than what. */
const BOUNDS: readonly (readonly [Figure, Figure])[] = [
  ['hazards_rectified', 'hazards_found'],
  ['major_hazards_found', 'hazards_found'],
  ['major_hazards_rectified', 'major_hazards_found'],
];

/**
 * What is wrong with the 15 figures of a row; empty when they hold: whole and not negative but for the amount, and
 * 15 ≤ 14 ≤ 12, 13 ≤ 12.
 *
 * @param kind names the rules: `opening_balance`, `report`
 */
export function figureFaults(kind: string, row: Readonly<Record<string, unknown>>): FieldFault[] {
  const faults: FieldFault[] = [];
  for (const [field, label] of Object.entries(FIGURES)) {
    const value = row[field];
    if (isBlank(value)) continue;
    if (field === 'reward_amount_wan') {
      if (!/^\d{1,8}(\.\d{1,4}0*)?$/.test(String(value))) {
        faults.push({ field, rule: `${kind}.${field}.amount`, message: `${label}应为不小于 0、至多四位小数的数，现为“${quoteValue(value)}”` });
      }
    } else if (!Number.isInteger(Number(value)) || Number(value) < 0 || Number(value) > MOST) {
      faults.push({ field, rule: `${kind}.${field}.count`, message: `${label}应为不小于 0 的整数，现为“${quoteValue(value)}”` });
    }
  }
  if (faults.length > 0) return faults;
  return BOUNDS.filter(([part, whole]) => !isBlank(row[part]) && Number(row[part]) > Number(row[whole] ?? 0)).map(([part, whole]) => ({
    field: part,
    rule: `${kind}.${part}.bound`,
    message: `“${FIGURES[part]}”${quoteValue(row[part])} 大于“${FIGURES[whole]}”${Number(row[whole] ?? 0)}；请核对`,
  }));
}
