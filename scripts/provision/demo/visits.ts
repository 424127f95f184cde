import { commonItems } from '../reference/taskList.ts';
import type { Row } from '../insertRows.ts';
import { seedId } from '../seedId.ts';
import { momentOf, monthStart, plusDays, workday } from './days.ts';
import type { Random } from './Random.ts';
import { signatureOf } from './signatureOf.ts';
import type { DemoTeam } from './teams.ts';
import { inPlace, lacking } from './wording.ts';

export interface DemoVisit {
  readonly id: string;
  readonly team: DemoTeam;
  readonly day: string;
  readonly row: Row;
  readonly items: readonly Row[];
  readonly people: readonly Row[];
}

/** Months before the one of `today` in which the demo begins. */
const MONTHS = 3;

/**
 * A visit each month to each enterprise in operation; a few months are missing, as in life, and the present one is under way. None today: whoever
 * tries it out is the first to come.
 */
export function makeVisits(teams: readonly DemoTeam[], today: string, random: Random): DemoVisit[] {
  const visits: DemoVisit[] = [];
  for (let back = MONTHS; back >= 0; back -= 1) {
    const start = monthStart(today, back);
    const end = back === 0 ? today : plusDays(monthStart(today, back - 1), -1);
    for (const enterprise of new Set(teams.map((team) => team.enterprise))) {
      if (!enterprise.active || random.chance(back === 0 ? 0.3 : 0.04)) continue;
      const planned = workday(plusDays(start, random.whole(1, 26)), end);
      const day = planned > today ? workday(plusDays(start, random.whole(0, Math.max(0, Number(today.slice(8)) - 1))), today) : planned;
      const team = teams.find((one) => one.enterprise === enterprise && one.from <= day && (one.to === null || one.to >= day));
      if (team && day >= start && day < today) visits.push(makeVisit(team, day, today, random));
    }
  }
  return visits;
}

function makeVisit(team: DemoTeam, day: string, today: string, random: Random): DemoVisit {
  const id = seedId('demo', 'visit', team.enterprise.id, day);
  const recent = day >= plusDays(today, -6);
  const status = recent && random.chance(0.25) ? 'draft' : recent && random.chance(0.1) ? 'returned' : 'submitted';
  const faults = lacking.filter(() => random.chance(0.1));
  const unit = random.pick(team.enterprise.units);
  const hour = random.whole(8, 13);
  const figure = (share: number, most: number): number => (random.chance(share) ? random.whole(1, most) : 0);
  const row = {
    id,
    enterprise: team.enterprise.id,
    team: team.id,
    visited_on: day,
    status,
    arrived_at: momentOf(day, `${String(hour).padStart(2, '0')}:${random.pick(['05', '20', '40'])}`),
    left_at: momentOf(day, `${String(hour + random.whole(2, 3)).padStart(2, '0')}:${random.pick(['10', '30', '50'])}`),
    log: `对照驻点监督任务清单逐项检查。实地查看${unit}等场所，查阅风险管控、隐患排查、特殊作业等台账，与企业负责人和${random.whole(2, 5)}名员工交流。${faults.length === 0 ? '各项措施总体落实到位，提醒企业做好换季设备检修期间的风险管控。' : `发现问题${faults.length}项，已当面反馈并提出整改建议，约定下次驻点复查。`}`,
    remarks: null,
    return_reason: status === 'returned' ? '第3项落实情况未写明抽查的作业票编号，请补充后重新提交。' : null,
    responsibility_lists_checked: figure(0.8, 12),
    rules_improved: figure(0.35, 3),
    morning_meetings_urged: figure(0.6, 2),
    warning_educations_urged: figure(0.3, 1),
    drills_urged: figure(0.2, 1),
    hazardous_work_supervised: figure(0.3, 3),
    reward_amount_wan: random.chance(0.25) ? (random.whole(2, 30) * 0.05).toFixed(2) : '0',
    submitted_at: status === 'draft' ? null : momentOf(day, `17:${String(random.whole(10, 55))}`),
    date_created: momentOf(day, '16:30'),
  };
  const items = commonItems.map((item) => {
    const fault = faults.find((one) => one.item === item.sort);
    const open = status === 'draft' && item.sort > 7;
    return {
      id: seedId('demo', 'visit_item', id, item.sort),
      visit: id,
      task_item: item.id,
      sort: item.sort,
      content: item.content,
      result: open ? null : fault ? random.pick(['partial', 'missing']) : 'in_place',
      implementation: open ? null : fault ? '已查阅资料并核对现场，情况见问题描述。' : (inPlace[item.sort - 1] ?? null),
      problem: open ? null : (fault?.problem ?? null),
      suggestion: open ? null : (fault?.suggestion ?? null),
    };
  });
  const people = team.members.map((member) => ({
    id: seedId('demo', 'visit_inspector', id, member.id),
    visit: id,
    inspector: member.id,
    level: member.level,
    signature: status === 'draft' ? null : signatureOf(member.id),
  }));
  return { id, team, day, row, items, people };
}
