import { bare } from '../sheet/cellText.ts';
import type { Column, Kind } from './Column.ts';

const CITY = /(?<!\p{Script=Han})市(级|派|直|选派|下派)|\(市级?\)|(?<=人员|干部|专家|姓名|电话|手机|方式|单位|职务)市级?$/u;
const COUNTY =
  /县\(市、?区\)(级|派|直|选派)|(县市区|县区|区县|县|区)(级|派|直|选派)|\((县\(市、?区\)|县市区|县区|区县|县|区)级?\)|(?<=人员|干部|专家|姓名|电话|手机|方式|单位|职务)(县|区)级?$/;
/** 市、县级: who sends them is in no heading. */
const BOTH = /市(、|\/|和|与)?\(?县\)?(\(市、?区\)|区)?级|\(?市级?(、|\/|和|与)县(\(市、?区\)|区)?级?\)/;
const LEAD = /组长|队长|带队/;
const MEMBER = /组员|队员|成员/;
const NUMERALS = '一二三四五六七八九';
const SLOT =
  /(?<!\d)([1-9])(?!\d)|第([一二三四五六七八九])|\(([一二三四五六七八九])\)|(?<=人员|姓名|电话|手机|方式|号码|单位|职务|干部|专家)([一二三四五六七八九])$|([A-Da-d])(?:岗|角)?$/g;

const PHONE = /(电话|手机|联系方式|号码)/;
const OFFICERS = /法定代表|法人|安全|负责人|联系人|厂长|经理|包保|责任人/;
/** A column of figures or days, not of names. */
const COUNTED = /数|人次|家次|是否|日期|时间|签字|签名|盖章/;
const PEOPLE = /驻点|派驻|监督|人员|组长|组员|成员|队长|队员|干部|专家/;

/** How counties name the columns, in the order in which the patterns are tried: the finer ones first. */
const NAMES: readonly (readonly [Kind, RegExp])[] = [
  ['number', /^(序号|编号|序|项次|no\.?)$/],
  ['county', /^(所在|所属)?(县\(?市、?区\)?|县市区|县区|区县|市县|辖区|县|区)(名称|别)?$/],
  ['uscc', /(统一)?社会信用代码|^信用代码$|组织机构代码|^统一代码$/],
  ['legal_representative', /^(企业)?法(定代表)?人(代表)?(姓名)?$/],
  ['safety_manager', /^(企业)?安全(生产)?(负责人|管理人员|总监|主管)(姓名)?$/],
  ['enterprise_type', /^企业(类型|类别)$|^行业(类别|类型)$|^(类型|类别)$/],
  ['risk_level', /^(安全)?(企业)?(安全)?风险(等级|级别|分级)$|^等级$/],
  ['address', /地址$|^位置$|^企业位置$/],
  ['status', /^(企业|生产|经营|运行|生产经营|开工)?(状态|状况)$|^是否(停产|在产|生产)$/],
  ['enterprise_phone', /^(企业|公司|工厂|厂方)(联系)?(电话|方式|联系方式|联系电话|固定电话|座机)$/],
  ['enterprise', /^(驻点|派驻|化工|被监督|受监督|生产)*(企业|单位|公司|工厂)(单位)?(名称|全称|名)?$/],
  ['organisation', /^(驻点|派驻|监督)*(人员)?(所在|工作|派出|选派|所属)单位|^单位(及|、|和)?职务$|^(驻点|监督)*人员单位$/],
  ['position', /^(驻点|监督)*(人员)?(职务|职称|岗位)(职称)?$/],
  ['level', /^(人员|派出|选派)?(级别|层级|派出层级|市\/?县级?)$/],
  ['person', /^(驻点|派驻|派出|选派|监督|督导|帮扶)*(人员|干部|专家|工作人员|人)?(姓名|名单)?$/],
  ['person', /^(驻点|派驻|监督|工作)*(小组|组|队)?(正|副)?(组长|组员|队长|队员|成员)(姓名|名单)?$/],
  ['remarks', /^(备注|说明|备考)$/],
];

/** What is the same in every heading of people: it tells nothing of the kind. */
const without = (text: string): string => text.replace(CITY, '').replace(COUNTY, '').replace(SLOT, '').replace(/\(\)/g, '');

/** What was found for headings before: a sheet has the same again and again. */
const FOUND = new Map<string, Column | null>();
const MOST_FOUND = 2000;
/** Headings are shorter than this, in all of their lines. */
const LONGEST = 150;

/**
 * What a column is about, from its headings, the upper ones first (市级驻点人员 above 姓名); null when they name nothing that is known.
 */
export function columnOf(headings: readonly string[]): Column | null {
  const key = headings.join('\n\n');
  const before = FOUND.get(key);
  if (before !== undefined) return before;
  if (FOUND.size >= MOST_FOUND) FOUND.clear();
  const found = key.length > LONGEST ? null : find(headings);
  FOUND.set(key, found);
  return found;
}

function find(headings: readonly string[]): Column | null {
  const parts = headings
    .map((text) => bare(text).replace(/:$/, '').replace(BOTH, ''))
    .filter((text, index, all) => text !== '' && text !== all[index - 1]);
  const [low] = parts.slice(-1);
  if (low === undefined) return null;
  const kind = kindOf(parts);
  return kind && { kind, level: levelOf(parts), slot: slotOf(parts) };
}

function kindOf(parts: readonly string[]): Kind | null {
  const whole = parts.map(without).join('');
  // The county's own heading looks like a level: 县（市、区）.
  const plain = known(parts.at(-1) ?? '');
  const ofPeople = parts.slice(0, -1).some((text) => (PEOPLE.test(text) || PHONE.test(text)) && !/企业/.test(text));
  if (plain === 'level' || (plain === 'county' && !ofPeople)) return plain;
  const named = parts.map(without).filter(Boolean);
  const low = named.at(-1) ?? '';
  const upper = named.slice(0, -1).join('');
  if (low === '' || (ofPeople && (plain === 'county' || low === '市')))
    return levelOf(parts) ? (PHONE.test(whole) ? 'person_phone' : 'person') : null;
  if (PHONE.test(low)) return phoneKind(whole);
  if (/^(姓名|名字)$/.test(low))
    return OFFICERS.test(upper) ? (known(upper) ?? null) : /企业|公司/.test(upper) && !PEOPLE.test(upper) ? null : 'person';
  if (/^(名称|全称)$/.test(low)) return upper === '' || /企业|单位|公司/.test(upper) ? 'enterprise' : null;
  if (/^单位(名称)?$/.test(low) && PEOPLE.test(upper) && !/企业/.test(upper)) return 'organisation';
  return known(low);
}

/** The kind that a heading names, without what is explained in brackets behind it: 驻点人员（至少两名）. */
function known(text: string): Kind | null {
  if (text === '') return null;
  const found = NAMES.find(([, pattern]) => pattern.test(text))?.[0];
  const [, plain, inner = ''] = /^([^()]+)\(([^()]*)\)$/.exec(text) ?? [];
  return found ?? (plain === undefined || COUNTED.test(inner) ? null : (NAMES.find(([, pattern]) => pattern.test(plain))?.[0] ?? null));
}

function phoneKind(whole: string): Kind | null {
  if (OFFICERS.test(whole)) return null;
  if (PEOPLE.test(whole) && !/^(驻点|派驻)?企业/.test(whole)) return 'person_phone';
  return /企业|公司|工厂|厂方/.test(whole) || /^单位(联系)?(电话|方式)/.test(whole) ? 'enterprise_phone' : 'person_phone';
}

function levelOf(parts: readonly string[]): Column['level'] {
  const whole = parts.join(' ');
  const alone = parts.map((text) => (/^市$/.test(text) ? 'city' : /^(县|区|县区|县市区|县\(市、?区\))$/.test(text) ? 'county' : null));
  const city = parts.some((text) => CITY.test(text)) || (parts.length > 1 && alone.includes('city'));
  const county = COUNTY.test(whole) || (parts.length > 1 && alone.includes('county'));
  return city === county ? null : city ? 'city' : 'county';
}

function slotOf(parts: readonly string[]): string | null {
  for (const text of [...parts].reverse()) {
    if (LEAD.test(text)) return 'lead';
    if (MEMBER.test(text)) return 'member';
    const [found] = text.matchAll(SLOT);
    const mark = found?.slice(1).find(Boolean);
    if (mark) return NUMERALS.includes(mark) ? String(NUMERALS.indexOf(mark) + 1) : mark.toUpperCase();
  }
  return null;
}
