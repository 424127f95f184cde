import type { NarrativeFigure } from './narrativeFigures.ts';

const BETWEEN = '(?:[共合总累]?计|共|达到?|为|数量?|总数|:|问题|了)*';
const N = `${BETWEEN}([0-9]+)`;
const UNIT = '(?:项|处|个|条)';

/** Of what a sentence is not about the county's whole month: a single enterprise, a part of the county, another time. */
export const PART_WORDS =
  '公司|厂|集团|园区|乡镇|街道|村|上月|上个月|上一月|上季度|上年|去年|往年|同期|同比|环比|较上|比上|下月|下一步|计划|目标|每家|平均';

/**
 * How each figure is written, in the order in which they are looked for: what one has found is not there for those after it. The second of a pair
 * is meant where the words before speak of major hazards; null is a figure that the table does not have. Written for JavaScript and PostgreSQL
 * alike: `zhudian_figure_patterns` has the same ones, and a test compares both.
 */
export const FIGURE_PATTERNS: readonly (readonly [NarrativeFigure | null, NarrativeFigure | null, string])[] = [
  ['overdue', null, `(?:逾期|超期)(?:仍|尚|还)?(?:未|没有)?(?:完成)?整改(?:完成)?(?:的|隐患)*${N}${UNIT}`],
  [null, null, `(?:未|正在|待|需|应)(?:完成|进行)?整改(?:完成|到位)?(?:的|隐患)*${N}${UNIT}`],
  ['not_visited', 'not_visited', `(?:未|没有)(?:开展)?驻点(?:监督)?(?:的|企业)*${N}家(?!次)`],
  ['visited', 'visited', `驻点(?:监督)?(?:企业)?${N}家(?!次)`],
  ['visits', 'visits', `(?:驻点(?:监督|工作)*|#+、)${N}次`],
  ['enterprises', 'enterprises', `(?:生产企业|化工企业)${N}家(?!次)`],
  ['city_person_visits', 'city_person_visits', `市级(?:驻点|监督|人员)*${N}人次`],
  ['county_person_visits', 'county_person_visits', `县级(?:驻点|监督|人员)*${N}人次`],
  ['city_enterprise_visits', 'city_enterprise_visits', `市级(?:驻点|派驻|企业)*${N}家次`],
  ['county_enterprise_visits', 'county_enterprise_visits', `县级(?:驻点|派驻|企业)*${N}家次`],
  ['responsibility_lists_checked', 'responsibility_lists_checked', `责任清单${N}人`],
  ['rules_improved', 'rules_improved', `规章制度${N}(?:条|项|个)`],
  ['morning_meetings_urged', 'morning_meetings_urged', `晨会${N}次`],
  ['warning_educations_urged', 'warning_educations_urged', `警示教育(?:活动|培训)?${N}(?:场次|场|次)`],
  ['drills_urged', 'drills_urged', `应急演练(?:活动)?${N}(?:次|场)`],
  ['reward_amount_wan', 'reward_amount_wan', `有奖举报(?:奖金|奖励|资金)*${BETWEEN}([0-9]+(?:[.][0-9]+)?)万元`],
  ['hazardous_work_supervised', 'hazardous_work_supervised', `危险作业${N}次`],
  ['hazards_rectified', 'major_hazards_rectified', `整改(?:完成|完毕|到位|销号|隐患)*${N}${UNIT}`],
  ['major_hazards_found', 'major_hazards_found', `([0-9]+)${UNIT}重大(?:安全|生产|事故)*隐患`],
  ['hazards_found', 'major_hazards_found', `(?:发现|排查|查出)(?:各类)?([0-9]+)${UNIT}(?:各类|安全|生产|事故)*隐患`],
  ['hazards_found', 'major_hazards_found', `(?:隐患|重大)${N}${UNIT}`],
];
