import { farDayFault } from '../calendar/farDayFault.ts';
import { isDay } from '../calendar/isDay.ts';
import type { FieldFault } from '../errors/FieldFault.ts';
import { repeatedPeople, type KnownPerson } from '../people/repeatedPeople.ts';
import { isBlank } from '../text/isBlank.ts';
import { quoteValue } from '../text/quoteValue.ts';

/** A team as it would stand after a save. Days are `YYYY-MM-DD`; `valid_to` null means "until further notice". */
export interface TeamDraft {
  readonly enterprise?: unknown;
  readonly valid_from?: unknown;
  readonly valid_to?: unknown;
  readonly members: readonly TeamMember[];
}

export interface TeamMember {
  readonly inspector: string;
  readonly active: boolean;
  /** What is known of them in the register; absent where they are not there. */
  readonly person?: KnownPerson | undefined;
}

/** Another team of the same enterprise. */
export interface TeamPeriod {
  readonly valid_from: string;
  readonly valid_to: string | null;
  /** Its people, for the message. */
  readonly people: string;
}

/**
 * Everything wrong with a team; empty when it may be saved. One team is in force per enterprise and day, with at least two active
 * members (两人一企). A team of the past may have whoever it had.
 *
 * @param others the other teams of the enterprise
 * @param today `YYYY-MM-DD` at the city office
 * Source: notice, section one.
 */
export function validateTeam(team: TeamDraft, others: readonly TeamPeriod[], today: string): FieldFault[] {
  const faults: FieldFault[] = [];
  if (isBlank(team.enterprise)) faults.push({ field: 'enterprise', rule: 'team.enterprise.required', message: '请选择企业' });
  const { valid_from: from, valid_to: to } = team;
  if (!isDay(from)) {
    faults.push({
      field: 'valid_from',
      rule: 'team.valid_from.day',
      message: `生效日期“${quoteValue(from)}”不是有效日期，请按 2026-01-31 的形式填写`,
    });
  }
  if (!isBlank(to) && !isDay(to)) {
    faults.push({ field: 'valid_to', rule: 'team.valid_to.day', message: `截止日期“${quoteValue(to)}”不是有效日期；长期有效请留空` });
  }
  if (!isDay(from) || (!isBlank(to) && !isDay(to))) return faults;
  for (const [field, value, label] of [
    ['valid_from', from, '生效日期'],
    ['valid_to', to, '截止日期'],
  ] as const) {
    const far = isDay(value) ? farDayFault(value, label, today) : null;
    if (far) faults.push({ field, rule: `team.${field}.far`, message: far });
  }
  if (isDay(to) && to < from) faults.push({ field: 'valid_to', rule: 'team.valid_to.before_from', message: `截止日期 ${to} 早于生效日期 ${from}` });
  const last = isDay(to) ? to : null;
  return [...faults, ...overlaps(from, last, others), ...(last === null || last >= today ? pair(team.members) : [])];
}

function overlaps(from: string, to: string | null, others: readonly TeamPeriod[]): FieldFault[] {
  const other = others.find((one) => (one.valid_to === null || one.valid_to >= from) && (to === null || one.valid_from <= to));
  if (!other) return [];
  const period = other.valid_to === null ? `${other.valid_from} 起` : `${other.valid_from} 至 ${other.valid_to}`;
  return [
    {
      field: 'valid_from',
      rule: 'team.overlap',
      message: `该企业已有驻点组（${other.people || '无成员'}，${period}），同一天只能有一个驻点组；请先填写原驻点组的截止日期`,
    },
  ];
}

function pair(members: readonly TeamMember[]): FieldFault[] {
  const people = new Set(members.map(({ inspector }) => inspector));
  if (people.size < members.length) return [{ field: 'members', rule: 'team.members.twice', message: '同一名驻点人员在组内重复；请删除重复的一行' }];
  const twice = repeatedPeople(members.flatMap(({ person }) => person ?? []));
  if (twice.length > 0) {
    const message = `${twice.join('、')}在组内出现了两次（账号相同，或姓名和电话都相同，是同一人）；请删除重复的一行，并将重复的人员改为停用`;
    return [{ field: 'members', rule: 'team.members.twice', message }];
  }
  const active = members.filter(({ active }) => active).length;
  if (active >= 2) return [];
  return [{ field: 'members', rule: 'team.members.pair', message: `“两人一企”：驻点组至少要有两名在岗的驻点人员，现有 ${active} 名；请补充成员` }];
}
