import { normalisePhone, phoneFault } from '../../people/phone.ts';
import { levelOfText } from './levelOfText.ts';

/** What a word beside a name tells of the person. */
export interface Hint {
  readonly level?: 'city' | 'county';
  readonly phone?: string;
  readonly position?: string;
  readonly organisation?: string;
  readonly leads?: boolean;
}

const LEADS = /^(组长|带队|队长|带队领导|带队干部|牵头|牵头人|负责人|主|主要)$/;
const MEMBERS = /^(副组长|组员|成员|队员|副|协助|配合|主办|协办|[A-D](岗|角)?)$/i;
const HARMLESS = /^(男|女|兼|兼职|.{1,3}族|党员|中共党员)$/;
const POST =
  /(科员|主任|科长|局长|股长|处长|所长|站长|镇长|乡长|县长|区长|队长|书记|主席|经理|部长|校长|院长|调研员|巡视员|工程师|专家|干部|办事员|职员|监察员|执法员|安全员|专员|委员|秘书|负责人|工作人员|辅导员)$/;
const UNIT = /(局|委|办|室|科|股|处|厅|所|站|队|中心|协会|公司|集团|镇|乡|街道|办事处|管委会|院|学校|企业|园区|政府|部)$/;

/** Whether a word is a post and no part of a name: 主任科员. */
export const isPost = (text: string): boolean => POST.test(text) && text.length <= 12;

/** Whether a word is the name of a unit. */
export const isUnit = (text: string): boolean => UNIT.test(text) && text.length >= 3;

/** The post at the end of a name written in one: 科员 of 张甲科员; null when there is none, or too little is left for a name. */
export function postAfter(text: string): { name: string; position: string } | null {
  for (let length = 2; length <= 3; length += 1) {
    const position = text.slice(length);
    if (position.length >= 2 && isPost(position)) return { name: text.slice(0, length), position };
  }
  return null;
}

/** What a word beside a name tells; null when it is none that is known. */
export function hintOf(written: string): Hint | null {
  const text = written.trim();
  const level = levelOfText(text);
  if (level) return { level };
  if (LEADS.test(text)) return { leads: true };
  if (MEMBERS.test(text) || HARMLESS.test(text)) return {};
  const phone = normalisePhone(text.replace(/^(电话|手机|联系电话|联系方式|tel)[:：]?/i, ''));
  if (/\d{7}/.test(phone) && phoneFault(phone) === null) return { phone };
  const [unit, post, ...more] = text.split(/\s+/);
  if (unit && post && more.length === 0 && isUnit(unit) && isPost(post)) return { organisation: unit, position: post };
  if (isPost(text)) return { position: text };
  return isUnit(text) ? { organisation: text } : null;
}
