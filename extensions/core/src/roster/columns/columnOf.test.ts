import { describe, expect, it } from 'vitest';
import { columnOf } from './columnOf.ts';

describe('columnOf', () => {
  it.each<[string, string]>([
    ['序号', 'number'],
    ['县（市、区）', 'county'],
    ['县(市、区)', 'county'],
    ['所属县区', 'county'],
    ['企业名称', 'enterprise'],
    ['企 业\n名 称', 'enterprise'],
    ['企业名称（全称）', 'enterprise'],
    ['单位名称', 'enterprise'],
    ['派驻企业单位', 'enterprise'],
    ['企业基本情况/名称', 'enterprise'],
    ['驻点企业/企业名称', 'enterprise'],
    ['统一社会信用代码（18位）', 'uscc'],
    ['企业类型', 'enterprise_type'],
    ['安全风险等级', 'risk_level'],
    ['地址', 'address'],
    ['法定代表人', 'legal_representative'],
    ['法定代表人/姓名', 'legal_representative'],
    ['安全负责人', 'safety_manager'],
    ['企业联系电话', 'enterprise_phone'],
    ['单位电话', 'enterprise_phone'],
    ['生产状态', 'status'],
    ['备注：', 'remarks'],
    ['组长', 'person lead'],
    ['组员', 'person member'],
    ['市级组长', 'person city lead'],
    ['驻点监督人员（市级）', 'person city'],
    ['驻点监督人员（县级）', 'person county'],
    ['县（市、区）级驻点人员', 'person county'],
    ['区级驻点人员', 'person county'],
    ['驻点人员/市级', 'person city'],
    ['驻点人员/市', 'person city'],
    ['驻点人员/县（区）', 'person county'],
    ['驻点监督人员/市级/姓名', 'person city'],
    ['市级驻点人员/姓名', 'person city'],
    ['市、县级驻点人员', 'person'],
    ['驻点人员（至少两名）', 'person'],
    ['驻点人员1', 'person 1'],
    ['驻点人员①', 'person 1'],
    ['第二驻点人员', 'person 2'],
    ['姓名（一）', 'person 1'],
    ['驻点人员B', 'person B'],
    ['手机号', 'person_phone'],
    ['电话1', 'person_phone 1'],
    ['人员2手机', 'person_phone 2'],
    ['组长电话', 'person_phone lead'],
    ['联系电话/市级', 'person_phone city'],
    ['联系电话/县（市、区）', 'person_phone county'],
    ['县级驻点人员/电话', 'person_phone county'],
    ['工作单位', 'organisation'],
    ['驻点人员/单位', 'organisation'],
    ['驻点人员/单位及职务', 'organisation'],
    ['职务', 'position'],
    ['级别', 'level'],
  ])('%s is %s', (headings, expected) => {
    const column = columnOf(headings.split('/'));
    expect([column?.kind, column?.level, column?.slot].filter(Boolean).join(' ')).toBe(expected);
  });

  it.each([
    '',
    ' * ',
    '所在乡镇',
    '包保领导',
    '联系人',
    '企业联系人电话',
    '法定代表人/电话',
    '驻点人员（人数）',
    '企业/姓名',
    '人员情况/名称',
    '市级（1人）',
  ])('“%s” is none that is known', (headings) => {
    expect(columnOf(headings.split('/'))).toBeNull();
  });
});
