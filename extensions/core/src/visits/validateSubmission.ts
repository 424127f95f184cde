import type { FieldFault } from '../errors/FieldFault.ts';
import type { HazardDraft } from '../hazards/HazardDraft.ts';
import { planGaps } from '../hazards/planGaps.ts';
import { isReason } from '../states/isReason.ts';
import { isBlank } from '../text/isBlank.ts';
import { isConcrete } from '../text/isConcrete.ts';
import { quoteValue } from '../text/quoteValue.ts';
import { peopleFaults } from './peopleFaults.ts';

/** A visit at the moment it is submitted. */
export interface Submission {
  /** The people who were there, as keys of inspectors. */
  readonly inspectors: readonly string[];
  /** The names of those among them who have not signed. */
  readonly unsigned: readonly string[];
  /** The members of the team in force on the day; null when the enterprise had none. */
  readonly team: readonly string[] | null;
  readonly inspectors_reason?: unknown;
  /** 驻点监督任务开展情况, the body of the work log. */
  readonly log?: unknown;
  /** The items in the order of the form. */
  readonly items: readonly { readonly sort?: number | null; readonly result?: unknown }[];
  /** The hazards found, as they will stand. */
  readonly hazards: readonly HazardDraft[];
  /** Whether an inspector hands it in, who worked through the list on the spot and keeps the log; an office may transcribe what it has on paper. */
  readonly byInspector: boolean;
}

/**
 * What keeps a visit from being submitted; empty when nothing does.
 * Source: notice, sections one (两人一企) and two, annexes 2 and 3.
 */
export function validateSubmission(visit: Submission): FieldFault[] {
  const { inspectors, unsigned, team, inspectors_reason, log, items, hazards, byInspector } = visit;
  const people = new Set(inspectors);
  const faults = peopleFaults(inspectors, unsigned);
  const strangers = [...people].filter((one) => !team?.includes(one));
  const isGiven = typeof inspectors_reason === 'string' && !isBlank(inspectors_reason);
  if (people.size > 0 && strangers.length > 0 && isGiven && !isReason(inspectors_reason)) {
    const message = `非本组人员参加的原因“${quoteValue(inspectors_reason)}”过于简单；请写明为什么由这些人员驻点`;
    faults.push({ field: 'inspectors_reason', rule: 'visit.inspectors_reason.short', message });
  }
  if (people.size > 0 && strangers.length > 0 && !isGiven) {
    faults.push({
      field: 'inspectors_reason',
      rule: 'visit.inspectors.team',
      message:
        team === null
          ? '该企业当天没有有效的驻点组；请说明由这些人员驻点的原因，或请县级管理员先建立驻点组'
          : `${strangers.length} 名到场人员不在该企业当天的驻点组内；请填写“非本组人员参加的原因”`,
    });
  }
  if (byInspector && (typeof log !== 'string' || !isConcrete(log))) {
    const message = '请填写“驻点监督任务开展情况”：当天查了什么、怎么查的、结果如何；工作日志由此生成，不能只写“无”“正常”等';
    faults.push({ field: 'log', rule: 'visit.log.concrete', message });
  }
  return [...faults, ...checklist(items, byInspector), ...hazards.flatMap(unplanned)];
}

/** A hazard still open without a plan, named: on a form it is one row among several. */
function unplanned(hazard: HazardDraft): FieldFault[] {
  if (hazard.status !== 'open') return [];
  const missing = planGaps(hazard).map(({ label }) => label);
  if (missing.length === 0) return [];
  const message = `隐患“${quoteValue(hazard.title)}”没有当场整改，请先在该隐患中填写${missing.join('、')}`;
  return [{ field: 'hazards', rule: 'visit.hazards.planned', message }];
}

function checklist(items: Submission['items'], byInspector: boolean): FieldFault[] {
  if (items.length === 0 && byInspector) {
    const message = '这份记录没有任务清单，不能提交：该企业当天没有适用的清单，请联系县级或市级管理员核对清单的生效日期';
    return [{ field: 'items', rule: 'visit.items.none', message }];
  }
  const open = items.map((item, index) => ({ number: item.sort ?? index + 1, done: !isBlank(item.result) })).filter(({ done }) => !done);
  const untouched = open.length === items.length;
  if (open.length === 0 || (untouched && !byInspector)) return [];
  const numbers = open.map(({ number }) => number).join('、');
  return [
    {
      field: 'items',
      rule: 'visit.items.complete',
      message: `任务清单还有 ${open.length} 项没有检查结果（第 ${numbers} 项）；请逐项选择，不涉及的选“不涉及”`,
    },
  ];
}
