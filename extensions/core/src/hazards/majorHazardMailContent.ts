import { chineseDate } from '../text/chineseDate.ts';
import { chineseMoment } from '../text/chineseMoment.ts';
import { cleanText } from '../text/cleanText.ts';
import { shorten } from '../text/shorten.ts';
import type { HazardFacts } from './HazardFacts.ts';
import { majorHazardElements } from './majorHazardElements.ts';
import type { MajorHazardPerson } from './majorHazardPerson.ts';
import { majorHazardPerson } from './majorHazardPerson.ts';
import { majorHazardReminder } from './majorHazardReminder.ts';
import { photosShown } from './photosShown.ts';
import { TO_BE_ADDED } from './toBeAdded.ts';

/** A mail is read on a phone; what is longer stands in the attached document, whole. */
const MAX_TEXT = 1_500;

/** What the mail says, in the order it says it, before it becomes text or HTML. Nothing here is escaped. */
export interface MajorHazardMailContent {
  readonly title: string;
  readonly reminder: string;
  readonly facts: readonly (readonly [label: string, value: string])[];
  readonly place: string;
  readonly description: string;
  readonly elements: readonly (readonly [name: string, text: string | null])[];
  /** Finders and team; one list when they are the same people, as they mostly are. */
  readonly people: readonly (readonly [heading: string, list: readonly MajorHazardPerson[]])[];
  readonly actions: readonly string[];
  readonly acknowledge: string;
  readonly panel: string;
  readonly footer: string;
}

const line = (text: string | null, limit = 200): string =>
  shorten(
    cleanText(text ?? '')
      .replace(/\s+/g, ' ')
      .trim(),
    limit,
  );

function long(text: string): string {
  const clean = cleanText(text).trim();
  return clean.length > MAX_TEXT ? `${shorten(clean, MAX_TEXT)}（内容较长，全文见附件）` : clean;
}

/** Only what a browser may open: anything else than http(s) is dropped, the mail goes out without that link. */
function link(url: string): string {
  return /^https?:\/\/[^\s"'<>]+$/i.test(url) ? url : '';
}

function actions(facts: HazardFacts, missing: readonly string[]): string[] {
  const list = ['市化工专项行动办点击“签收”，系统记录签收人和时间；未签收的，系统将继续向下一级联系人催办。抄送的县（市、区）请勿代为签收。'];
  list.push(`与驻点人员、${line(facts.county.office, 40) || line(facts.county.name, 40)}联系，核实隐患情况，督促企业落实管控和整改措施。`);
  if (missing.length > 0) list.push(`督促补充尚缺的“五落实”内容：${missing.join('、')}。`);
  return list;
}

function people(facts: HazardFacts): MajorHazardMailContent['people'] {
  const finders = facts.found_by.map(majorHazardPerson);
  const team = facts.team.map(majorHazardPerson);
  const same =
    finders.length === team.length && finders.every((finder) => team.some(({ name, phone }) => name === finder.name && phone === finder.phone));
  return same
    ? [['发现人（驻点人员）', team]]
    : [
        ['发现人', finders],
        ['驻点人员', team],
      ];
}

/** Facts first, then description, five elements, finders, team, and what to do: the order a duty officer reads in. */
export function majorHazardMailContent(facts: HazardFacts): MajorHazardMailContent {
  const { hazard, enterprise, county, office, event } = facts;
  const elements = majorHazardElements(hazard);
  const missing = elements.filter((element) => element.text === null).map((element) => element.name);
  const place = line(hazard.place) || TO_BE_ADDED;
  const rows: readonly (readonly [string, string])[] = [
    ['县（市、区）', line(county.name)],
    ['企业名称', line(enterprise.name)],
    ['隐患名称', line(hazard.title)],
    ['地点/部位', place],
    ['发现时间', chineseDate(hazard.found_on)],
    ['整改时限', chineseDate(hazard.deadline) || TO_BE_ADDED],
    ['报送时间', chineseMoment(event.raised_at, office.timezone)],
    ['企业地址', line(enterprise.address)],
    ['企业电话', line(enterprise.phone, 40)],
    ['现场照片', photosShown(facts)],
  ];
  return {
    title: event.topic === 'hazard.unacknowledged' ? `重大事故隐患报告（第${event.step}次催办）` : '重大事故隐患报告',
    reminder: majorHazardReminder(facts),
    facts: rows.filter(([, value]) => value !== ''),
    place,
    description: long(hazard.description),
    elements: elements.map(({ name, text }) => [name, text === null ? null : long(text)] as const),
    people: people(facts),
    actions: actions(facts, missing),
    acknowledge: link(facts.acknowledge_url),
    panel: link(facts.panel_url),
    footer: `本邮件由${line(office.name, 40) || '化工专项行动办'}驻点监督系统自动发送，附件为《重大事故隐患报告》。签收链接仅供收件人本人使用，请勿转发给无关人员。`,
  };
}
