import { cell, paragraph, table } from './blocks.ts';

const { smallLabel, smallCentre, tightLabel, tightCentre } = cell;

/** The columns of annex 4 as its form writes them, with their tags. */
export const COLUMNS = [
  ['市级（人次）', 'city_person_visits'],
  ['县级（人次）', 'county_person_visits'],
  ['市级（家次）', 'city_enterprise_visits'],
  ['县级（家次）', 'county_enterprise_visits'],
  ['核查全员责任清单（人）', 'responsibility_lists_checked'],
  ['指导完善规章制度（条）', 'rules_improved'],
  ['督促召开“晨会”（次）', 'morning_meetings_urged'],
  ['督促开展警示教育（场次）', 'warning_educations_urged'],
  ['督促开展应急演练（次）', 'drills_urged'],
  ['督促落实有奖举报（万元）', 'reward_amount_wan'],
  ['现场监督危险作业（次）', 'hazardous_work_supervised'],
  ['发现隐患（项）', 'hazards_found'],
  ['已整改（项）', 'hazards_rectified'],
  ['其中发现重大事故隐患（项）', 'major_hazards_found'],
  ['已整改（项）', 'major_hazards_rectified'],
] as const;

/**
 * The table of annex 4: a row for each of `list`, in a column named `heading` (the form's 行业领域, the city's 县（市、区）); then, if there is
 * one, a row for `{total}`. The last row stays with what is told below the table. 247 mm: the type area of a page on its side.
 */
export function statisticsTable(heading: string, rowHeight: number, list = 'rows', total = false): string {
  // Of many rows all have to stand on one page.
  const first = total ? tightCentre : smallCentre;
  const rows = [list, ...(total ? ['total'] : [])].map((name) => [
    first(`{#${name}}{number}`),
    first('{name}'),
    ...COLUMNS.map(([, key], index) => tightCentre(`{${key}}${index === COLUMNS.length - 1 ? `{/${name}}` : ''}`)),
  ]);
  return table(
    [9, 25.5, ...COLUMNS.map(() => 14.16)],
    [
      [
        smallLabel('序号', { merge: 'down' }),
        smallLabel(heading, { merge: 'down' }),
        tightLabel('派出驻点监督人员', { span: 2 }),
        tightLabel('派驻企业单位', { span: 2 }),
        tightLabel('督促企业单位落实责任及措施', { span: 7 }),
        tightLabel('驻点监督排查发现隐患', { span: 4 }),
      ],
      [smallLabel('', { merge: 'up' }), smallLabel('', { merge: 'up' }), ...COLUMNS.map(([name]) => tightLabel(name.split(/(?=（)/)))],
      ...rows,
    ],
    { header: 2, heights: { 0: 6, 2: rowHeight, 3: rowHeight }, tight: true, keepRows: [rows.length + 1] },
  );
}

export const STATISTICS_TITLE = '全市非危化品化工生产企业安全生产驻点监督工作情况统计表';
export const STATISTICS_NOTE = '注：相关数据为{since}以来的动态累计数据，发现重大事故隐患要随时报告。';

/** Annex 4 of one county under its mark: the page of the form. */
export const statisticsPage = (mark: string): string[] => [
  paragraph('FormMark', mark),
  paragraph('FormTitle', STATISTICS_TITLE),
  paragraph('TableHead', '县（市、区）：{county}'),
  statisticsTable('行业领域', 14),
  paragraph('KeptFoot', '联系人：{contact}　　　　　　　　　　填表日期：{filled_on}'),
  paragraph('TableFoot', STATISTICS_NOTE),
];

/** 附件4 统计表, on a page on its side. Its tags are the keys of `statisticsTableData`. */
export const statistics = {
  key: 'statistics',
  title: `${STATISTICS_TITLE}（{county}）`,
  draft: true,
  orientation: 'landscape',
  body: statisticsPage('附件4').join(''),
} as const;
