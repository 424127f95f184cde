import { bare } from './cellText.ts';

/** What a column of a roster is about. */
export type Column =
  | 'number'
  | 'county'
  | 'enterprise'
  | 'uscc'
  | 'enterprise_type'
  | 'risk_level'
  | 'address'
  | 'legal_representative'
  | 'safety_manager'
  | 'enterprise_phone'
  | 'person'
  | 'city_person'
  | 'county_person'
  | 'person_phone'
  | 'city_phone'
  | 'county_phone'
  | 'level'
  | 'organisation'
  | 'position'
  | 'remarks';

/** How counties name the columns, in the order in which the patterns are tried: the finer ones first. */
const NAMES: readonly (readonly [Column, RegExp])[] = [
  ['number', /^(序号|编号|no\.?)$/],
  ['county', /^(所在|所属)?(县\(?市、?区\)?|县市区|县区|区县|辖区|县)(名称)?$/],
  ['uscc', /(统一)?社会信用代码|^信用代码$|组织机构代码/],
  ['legal_representative', /^(企业)?法(定代表)?人(姓名)?$/],
  ['safety_manager', /安全(负责人|管理人员|总监|主管)(姓名)?$/],
  ['enterprise_type', /^企业(类型|类别)|^行业(类别|类型)$|^类型$/],
  ['risk_level', /风险(等级|级别)|^等级$/],
  ['address', /地址|^位置$/],
  ['enterprise_phone', /^(企业|单位|公司)(联系)?(电话|方式|联系方式|联系电话)$/],
  ['city_phone', /^市级.*(电话|手机|联系方式|号码)/],
  ['county_phone', /^(县级|县\(市、?区\)级|县市区级|区级).*(电话|手机|联系方式|号码)/],
  ['person_phone', /(电话|手机|联系方式|号码)/],
  ['enterprise', /^(驻点|派驻|化工|被监督)?(企业|单位|公司)(单位)?(名称|全称)?$|^(驻点|派驻)?企业单位$/],
  ['city_person', /^(市级|市派|市直).*(人员|姓名|干部|专家)?$/],
  ['county_person', /^(县级|县派|县\(市、?区\)级|县市区级|区级).*(人员|姓名|干部|专家)?$/],
  ['level', /^(人员)?(级别|层级|派出层级)$/],
  ['person', /^(驻点|派驻|监督)?(监督)?(人员|干部|专家|人)?(姓名|名单)?$|^驻点监督人员$/],
  ['organisation', /^(所在|工作|派出)单位|^单位、?职务$|^人员单位$/],
  ['position', /^职务(职称)?$|^岗位$/],
  ['remarks', /^(备注|说明)$/],
];

/** What a heading means; null when it is none that is known. */
export function columnOf(heading: string): Column | null {
  const text = bare(heading).replace(/[（]/g, '(').replace(/[）]/g, ')');
  if (text === '') return null;
  return NAMES.find(([, pattern]) => pattern.test(text))?.[0] ?? null;
}
