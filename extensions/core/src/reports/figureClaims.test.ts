import { expect, it } from 'vitest';
import { figureClaims } from './figureClaims.ts';

const told = (text: string, names: string[] = []): string[] =>
  figureClaims(text, '2026-11', names).map(({ figure, number, span }) => `${figure} ${number}${span ? ` ${span}` : ''}`);

it('reads every figure of a drafted narrative', () => {
  const draft = [
    '2026年11月，任城区共有非危化品化工生产企业12家，已驻点10家、15次，尚未驻点2家；派出驻点监督人员市级14人次、县级17人次。',
    '核查全员责任清单35人，指导完善规章制度4条，督促召开“晨会”5次、开展警示教育6场次、开展应急演练7次，督促落实有奖举报1.25万元，现场监督危险作业8次。',
    '排查发现隐患28项，已整改20项；其中重大事故隐患2项，已整改1项。',
    '逾期未整改的隐患3项，需加大督促力度。',
  ].join('\n');
  expect(told(draft)).toEqual([
    ...['enterprises 12', 'visited 10', 'visits 15', 'not_visited 2', 'city_person_visits 14', 'county_person_visits 17'],
    ...['responsibility_lists_checked 35', 'rules_improved 4', 'morning_meetings_urged 5', 'warning_educations_urged 6', 'drills_urged 7'],
    ...['reward_amount_wan 1.25', 'hazardous_work_supervised 8', 'hazards_found 28', 'hazards_rectified 20'],
    ...['major_hazards_found 2', 'major_hazards_rectified 1', 'overdue 3'],
  ]);
});

it.each([
  ['本月发现隐患 2 项', ['hazards_found 2 month']],
  ['发现２项隐患', ['hazards_found 2']],
  ['隐患2项', ['hazards_found 2']],
  ['累计发现隐患1,234项，整改率95%', ['hazards_found 1234 cumulative']],
  ['2023年8月以来累计发现隐患412项', ['hazards_found 412 cumulative']],
  ['发现1项重大事故隐患', ['major_hazards_found 1']],
  ['发现隐患9项（其中重大1项）', ['hazards_found 9', 'major_hazards_found 1']],
  ['尚有2项未整改，正在整改3项', []],
  ['一般隐患8项', []],
])('reads “%s”', (text, claims) => {
  expect(told(text)).toEqual(claims);
});

it.each([
  '示例化工有限公司发现隐患3项',
  '某某厂区整改隐患2项',
  '10月份发现隐患30项',
  '较上月发现隐患5项',
  '高新园区发现隐患3项，已整改2项',
  '甲化工发现隐患3项',
])('takes “%s” for no figure of the county’s month', (text) => {
  expect(told(text, ['甲化工'])).toEqual([]);
});

it('tells where a number stands, so that it can be put right there', () => {
  const text = '“隐患” ２８ 项；发现隐患 7 项';
  const spots = figureClaims(text, '2026-11').map(({ from, to }) => text.slice(from, to));
  expect(spots).toEqual(['２８', '7']);
});
