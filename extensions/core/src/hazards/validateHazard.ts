import { farDayFault } from '../calendar/farDayFault.ts';
import { isDay } from '../calendar/isDay.ts';
import type { FieldFault } from '../errors/FieldFault.ts';
import { nameFault } from '../text/nameFault.ts';
import { isBlank } from '../text/isBlank.ts';
import { isConcrete } from '../text/isConcrete.ts';
import { plainTextFault } from '../text/plainTextFault.ts';
import { quoteValue } from '../text/quoteValue.ts';
import type { HazardDraft } from './HazardDraft.ts';

const SEVERITIES = ['general', 'major'];
const STATUSES = ['open', 'rectifying', 'rectified', 'verified', 'void'];

const TEXTS = [
  ['title', '隐患名称', 120],
  ['description', '隐患描述', 5000],
  ['place', '隐患部位', 200],
  ['measures', '整改措施', 2000],
  ['responsible_person', '整改责任人', 200],
  ['funds', '整改资金', 200],
  ['plan', '应急预案', 2000],
  ['rectification', '整改情况', 2000],
  ['verification', '核验情况', 2000],
  ['verified_officer', '核验人（县级工作人员）', 100],
] as const;

/** Who is named by hand. */
const PEOPLE: readonly string[] = ['responsible_person', 'verified_officer'];

const ELEMENTS = {
  measures: '整改措施',
  responsible_person: '整改责任人',
  funds: '整改资金',
  deadline: '整改时限',
  plan: '应急预案',
} as const;

/**
 * Everything wrong with a hazard as it would stand after a save; empty when it may be saved.
 * A major hazard may be recorded with no more than enterprise, title, description and place: the rest follows.
 *
 * @param today the day it is at the city office, `YYYY-MM-DD`
 * Source: notice, annex 2 items 2 and column four; 五落实 of the rules on major hazards.
 */
export function validateHazard(hazard: HazardDraft, today: string): FieldFault[] {
  return [...texts(hazard), ...choices(hazard), ...days(hazard, today), ...elements(hazard)];
}

function texts(hazard: HazardDraft): FieldFault[] {
  const faults: FieldFault[] = [];
  for (const [field, label, limit] of TEXTS) {
    const value = hazard[field];
    if (isBlank(value)) continue;
    if (typeof value !== 'string') {
      faults.push({ field, rule: `hazard.${field}.text`, message: `“${label}”应为文字` });
      continue;
    }
    const fault = plainTextFault(value, label, limit);
    if (fault) faults.push({ field, rule: `hazard.${field}.plain`, message: fault });
    const nobody = PEOPLE.includes(field) && !fault ? nameFault(value, label) : null;
    if (nobody) faults.push({ field, rule: `hazard.${field}.name`, message: nobody });
  }
  if (isBlank(hazard.enterprise)) faults.push({ field: 'enterprise', rule: 'hazard.enterprise.required', message: '请选择企业' });
  if (isBlank(hazard.title)) {
    faults.push({ field: 'title', rule: 'hazard.title.required', message: '请填写隐患名称，例如“反应釜安全阀失效”' });
  } else if (typeof hazard.title === 'string' && hazard.title.trim().length < 2) {
    faults.push({ field: 'title', rule: 'hazard.title.short', message: '隐患名称至少 2 个字，例如“反应釜安全阀失效”' });
  }
  if (isBlank(hazard.description)) {
    faults.push({ field: 'description', rule: 'hazard.description.required', message: '请填写隐患描述：在什么部位、发现了什么' });
  } else if (typeof hazard.description === 'string' && !isConcrete(hazard.description)) {
    faults.push({
      field: 'description',
      rule: 'hazard.description.concrete',
      message: `隐患描述“${hazard.description.slice(0, 20)}”不够具体（问题要具体化）：请写明部位、现象和依据，不能只写“存在问题”“已整改”等`,
    });
  }
  return faults;
}

function choices(hazard: HazardDraft): FieldFault[] {
  const faults: FieldFault[] = [];
  if (!SEVERITIES.includes(String(hazard.severity))) {
    faults.push({
      field: 'severity',
      rule: 'hazard.severity.known',
      message: `隐患级别“${quoteValue(hazard.severity)}”无效：只能是“一般隐患”（general）或“重大事故隐患”（major）`,
    });
  }
  if (!STATUSES.includes(String(hazard.status))) {
    faults.push({
      field: 'status',
      rule: 'hazard.status.known',
      message: `隐患状态“${quoteValue(hazard.status)}”无效：只能是待整改、整改中、已整改待核验、已核验或已作废`,
    });
  }
  return faults;
}

function days(hazard: HazardDraft, today: string): FieldFault[] {
  const faults: FieldFault[] = [];
  for (const [field, label] of [
    ['found_on', '发现日期'],
    ['deadline', '整改时限'],
    ['rectified_on', '整改完成日期'],
    ['verified_on', '核验日期'],
  ] as const) {
    const value = hazard[field];
    const far = isDay(value) ? farDayFault(value, label, today) : null;
    if (far) faults.push({ field, rule: `hazard.${field}.far`, message: far });
    if (!isBlank(value) && !isDay(value)) {
      faults.push({ field, rule: `hazard.${field}.day`, message: `${label}“${quoteValue(value)}”不是有效日期，请按 2026-01-31 的形式填写` });
    }
  }
  if (faults.length > 0) return faults;
  const { found_on, deadline, rectified_on, verified_on, status } = hazard as Record<string, string | null | undefined>;
  if (found_on && found_on > today) {
    faults.push({ field: 'found_on', rule: 'hazard.found_on.future', message: `发现日期 ${found_on} 晚于今天（${today}）；请改为发现隐患的那一天` });
  }
  if (found_on && deadline && deadline < found_on) {
    faults.push({
      field: 'deadline',
      rule: 'hazard.deadline.before_found',
      message: `整改时限 ${deadline} 早于发现日期 ${found_on}；请核对两个日期`,
    });
  }
  if (rectified_on && rectified_on > today) {
    faults.push({
      field: 'rectified_on',
      rule: 'hazard.rectified_on.future',
      message: `整改完成日期 ${rectified_on} 晚于今天（${today}）；请改为完成整改的那一天`,
    });
  }
  if (found_on && rectified_on && rectified_on < found_on) {
    faults.push({
      field: 'rectified_on',
      rule: 'hazard.rectified_on.before_found',
      message: `整改完成日期 ${rectified_on} 早于发现日期 ${found_on}；请核对两个日期`,
    });
  }
  if (rectified_on && (status === 'open' || status === 'rectifying')) {
    faults.push({
      field: 'rectified_on',
      rule: 'hazard.rectified_on.state',
      message: '尚未整改的隐患不填整改完成日期；已经整改的，请把状态改为“已整改待核验”',
    });
  }
  if (!verified_on) return faults;
  if (status !== 'verified' && status !== 'void') {
    faults.push({ field: 'verified_on', rule: 'hazard.verified_on.state', message: '尚未核验的隐患不填核验日期；已经核验的，请把状态改为“已核验”' });
  }
  if (verified_on > today) {
    faults.push({
      field: 'verified_on',
      rule: 'hazard.verified_on.future',
      message: `核验日期 ${verified_on} 晚于今天（${today}）；请改为到现场核验的那一天`,
    });
  }
  const since = rectified_on ?? found_on;
  if (since && verified_on < since) {
    const message = `核验日期 ${verified_on} 早于${rectified_on ? '整改完成' : '发现'}日期 ${since}；请核对两个日期`;
    faults.push({ field: 'verified_on', rule: 'hazard.verified_on.before_rectified', message });
  }
  return faults;
}

function elements(hazard: HazardDraft): FieldFault[] {
  const faults: FieldFault[] = [];
  if (hazard.severity === 'major' && hazard.status !== 'open' && hazard.status !== 'void') {
    for (const [field, label] of Object.entries(ELEMENTS)) {
      if (isBlank(hazard[field as keyof typeof ELEMENTS])) {
        faults.push({
          field,
          rule: `hazard.${field}.five_elements`,
          message: `重大事故隐患进入整改前须“五落实”（措施、责任、资金、时限、预案）：请填写${label}`,
        });
      }
    }
  } else if (hazard.status === 'rectifying') {
    for (const field of ['measures', 'responsible_person', 'deadline'] as const) {
      if (isBlank(hazard[field])) {
        faults.push({
          field,
          rule: `hazard.${field}.rectifying`,
          message: `不能当场整改的隐患须明确整改措施、整改时限和整改责任人：请填写${ELEMENTS[field]}`,
        });
      }
    }
  }
  if (hazard.status === 'rectified' || hazard.status === 'verified') {
    if (isBlank(hazard.rectified_on)) {
      faults.push({ field: 'rectified_on', rule: 'hazard.rectified_on.required', message: '已整改的隐患请填写整改完成日期' });
    }
    if (isBlank(hazard.rectification)) {
      faults.push({ field: 'rectification', rule: 'hazard.rectification.required', message: '已整改的隐患请填写整改情况：做了什么、效果如何' });
    }
  }
  return faults;
}
