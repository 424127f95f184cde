import type { Column } from './Column.ts';

/** What somebody may say a column is, with its name for people. */
export const ASSIGNABLE: readonly (readonly [key: string, label: string, column: Column | null])[] = [
  ['ignore', '不导入这一列', null],
  ...(
    [
      ['city_person', '市级驻点人员', 'person', 'city'],
      ['county_person', '县级驻点人员', 'person', 'county'],
      ['person', '驻点人员', 'person', null],
      ['city_phone', '市级人员联系电话', 'person_phone', 'city'],
      ['county_phone', '县级人员联系电话', 'person_phone', 'county'],
      ['person_phone', '驻点人员联系电话', 'person_phone', null],
      ['level', '人员级别', 'level', null],
      ['organisation', '人员工作单位', 'organisation', null],
      ['position', '人员职务', 'position', null],
      ['county', '县（市、区）', 'county', null],
      ['enterprise', '企业名称', 'enterprise', null],
      ['uscc', '统一社会信用代码', 'uscc', null],
      ['enterprise_type', '企业类型', 'enterprise_type', null],
      ['risk_level', '风险等级', 'risk_level', null],
      ['address', '地址', 'address', null],
      ['legal_representative', '法定代表人', 'legal_representative', null],
      ['safety_manager', '安全负责人', 'safety_manager', null],
      ['enterprise_phone', '企业联系电话', 'enterprise_phone', null],
      ['remarks', '备注', 'remarks', null],
    ] as const
  ).map(([key, label, kind, level]): [string, string, Column] => [key, label, { kind, level, slot: null }]),
];
