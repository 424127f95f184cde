import { cell, paragraph, table } from './blocks.ts';

const { label, centre, left } = cell;

/** 附件5 各县（市、区）月调度工作联系人名单. Its tags are the keys of `contactsData`. */
export const contacts = {
  key: 'contacts',
  title: '各县（市、区）月调度工作联系人名单',
  body: [
    paragraph('FormMark', '附件5'),
    paragraph('FormTitle', '各县（市、区）月调度工作联系人名单'),
    table(
      [34, 74, 48],
      [
        [label('姓名'), label('单位、职务'), label('联系方式')],
        [centre('{#contacts}{name}'), left('{unit}'), centre('{phone}{/contacts}')],
      ],
      { header: 1, heights: { 0: 12, 1: 12 } },
    ),
    paragraph('TableFoot', '{#missing}'),
    paragraph('TableFoot', '尚未报送联系人的县（市、区）：{missing}。'),
    paragraph('TableFoot', '{/missing}'),
  ].join(''),
} as const;
