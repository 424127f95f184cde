import { cell, paragraph, table } from './blocks.ts';

const { smallLabel, smallCentre, small } = cell;

/** 附件1 驻点企业和驻点人员名单, on a page on its side. Its tags are the keys of `rosterData`. */
export const roster = {
  key: 'roster',
  title: '各县（市、区）驻点企业和驻点人员名单',
  orientation: 'landscape',
  body: [
    paragraph('FormMark', '附件1'),
    paragraph('FormTitle', '各县（市、区）驻点企业和驻点人员名单'),
    table(
      [12, 26, 54, 47, 22, 32, 22, 32],
      [
        [
          smallLabel('序号', { merge: 'down' }),
          smallLabel('县（市、区）', { merge: 'down' }),
          smallLabel('企业名称', { merge: 'down' }),
          smallLabel('统一社会信用代码', { merge: 'down' }),
          smallLabel('市级驻点人员', { span: 2 }),
          smallLabel('县级驻点人员', { span: 2 }),
        ],
        [
          ...Array.from({ length: 4 }, () => smallLabel('', { merge: 'up' })),
          ...['姓名', '联系电话', '姓名', '联系电话'].map((name) => smallLabel(name)),
        ],
        [
          smallCentre('{#rows}{number}'),
          smallCentre('{county}'),
          small('{enterprise}'),
          smallCentre('{uscc}'),
          smallCentre('{city_people}'),
          smallCentre('{city_phones}'),
          smallCentre('{county_people}'),
          smallCentre('{county_phones}{/rows}'),
        ],
      ],
      { header: 2, tight: true },
    ),
    paragraph('TableFoot', '共{count}家企业。'),
  ].join(''),
} as const;
