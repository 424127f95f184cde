import { isDay } from '@zhudian/core/calendar/isDay.ts';
import type { FieldFault } from '@zhudian/core/errors/FieldFault.ts';
import { givenReasonFaults } from '@zhudian/core/states/givenReasonFaults.ts';
import { voidFaults } from '@zhudian/core/states/voidFaults.ts';
import { validateVisit } from '@zhudian/core/visits/validateVisit.ts';
import { correctionFaults, isAsked } from '@zhudian/core/visits/visitCorrection.ts';
import { visitSteps, visitWords } from '@zhudian/core/visits/visitSteps.ts';
import { enterpriseFault } from '../access/enterpriseFault.ts';
import { fillChecklist } from './checklist/fillChecklist.ts';
import { rememberWording } from './checklist/wording.ts';
import { throwFaults } from '../errors/fieldFaults.ts';
import type { Caller } from '../runtime/Caller.ts';
import { keyOf } from '../runtime/nestedRows.ts';
import { now } from '../clock/now.ts';
import { today } from '../clock/today.ts';
import { changeOfState, firstState } from '../access/checkSteps.ts';
import { correctedPeople } from './correctedPeople.ts';
import { givenPeople, repeatedFault } from './repeatedFault.ts';
import { onceFault } from './onceFault.ts';
import { submissionFaults } from './submissionFaults.ts';
import type { Payload } from '../runtime/Payload.ts';
import { standing } from '../runtime/standing.ts';
import type { Row } from '../runtime/Row.ts';
import { isHandedIn } from '@zhudian/core/visits/isHandedIn.ts';

type Visit = Row<'visits', 'visited_on'>;

/** Checks a visit that is about to be created, and gives it the checklist of its enterprise and day. */
export async function checkNewVisit(payload: Payload, caller: Caller): Promise<Payload> {
  const draft: Payload = { status: 'draft', ...payload };
  const enterprise = keyOf(draft.enterprise);
  const hidden = enterprise ? await enterpriseFault(enterprise, caller, draft.visited_on) : null;
  const faults = [
    ...firstState(visitWords, ['draft', 'submitted'], draft.status),
    ...givenReasonFaults(visitWords, 'returned', null, payload),
    ...(await ownFaults(draft, payload, caller)),
    ...(await repeatedFault(await givenPeople(null, payload.inspectors, caller.database), caller.database)),
  ];
  throwFaults('visits', hidden ? [...faults, hidden] : faults);
  const items = await fillChecklist(draft, caller);
  if (items) {
    draft.items = items;
    rememberWording(items, caller.database);
  }
  const more = await onceFault(null, draft, caller);
  if (draft.status === 'submitted') more.push(...(await submissionFaults(null, draft, draft, caller)));
  throwFaults('visits', more);
  return draft;
}

/** Checks visits as they would stand after an update, each with what it has already. */
export async function checkChangedVisits(change: Payload, keys: readonly string[], caller: Caller): Promise<void> {
  const rows = await standing('visits', ['visited_on'], keys, caller.database);
  const enterprise = keyOf(change.enterprise);
  const hidden = enterprise ? await enterpriseFault(enterprise, caller) : null;
  for (const row of rows) {
    throwFaults('visits', [...voidFaults(visitWords, '驻点记录', row, change), ...(await hazardsLeft(row, change, caller))]);
    const draft: Payload = { ...row, ...change };
    const stays = isHandedIn(row.status) && (change.status === undefined || change.status === row.status);
    const own = change.status === 'void' ? [] : await ownFaults(draft, change, caller);
    const faults = [
      ...changeOfState(visitSteps, visitWords, row, change, caller),
      ...givenReasonFaults(visitWords, 'returned', row, change),
      ...correctionFaults(row, change),
      ...own.filter((fault) => isAsked(fault, change)),
      ...(stays ? await correctedPeople(row.id, change.inspectors, caller.database) : []),
    ];
    if ('visited_on' in change && change.visited_on !== row.visited_on) faults.push(...(await hazardsBefore(row.id, change.visited_on, caller)));
    if ('inspectors' in change || change.status === 'submitted')
      faults.push(...(await repeatedFault(await givenPeople(row.id, change.inspectors, caller.database), caller.database)));
    if ('visited_on' in change || 'enterprise' in change || 'team' in change) faults.push(...(await onceFault(row.id, draft, caller)));
    if (change.status === 'submitted' && row.status !== 'submitted') faults.push(...(await submissionFaults(row.id, draft, change, caller)));
    throwFaults('visits', hidden ? [...faults, hidden] : faults);
  }
}

/** What is wrong with a visit by itself; when it was handed in is noted by the system. */
async function ownFaults(visit: Payload, change: Payload, { database }: Caller): Promise<FieldFault[]> {
  // A draft is taken with any time: a phone whose clock is wrong must not keep a major hazard from being reported. It is asked for when the visit is handed in.
  const moment = visit.status === 'submitted' ? await now(database) : undefined;
  const faults = validateVisit(visit, await today(database), moment);
  if (change.submitted_at === undefined || change.submitted_at === null) return faults;
  return [...faults, { field: 'submitted_at', rule: 'visit.submitted_at.system', message: '提交时间由系统在提交时记录，不能填写' }];
}

/** A hazard that was found is not lost with the record it was written in: somebody decides about each. */
async function hazardsLeft(row: Visit, change: Payload, { database }: Caller): Promise<FieldFault[]> {
  if (change.status !== 'void') return [];
  const left = await database('hazards').where({ visit: row.id }).whereNot({ status: 'void' }).orderBy('title').select('title');
  if (left.length === 0) return [];
  const told = left.map(({ title }) => `“${title}”`).join('、');
  const message = `该驻点记录下还有隐患：${told}；请先将登记有误的隐患作废，仍须整改的由市级改到其他驻点记录`;
  return [{ field: 'status', rule: 'visit.void.hazards', message }];
}

/** The hazards of a visit go along to its other day (`visits_move_hazards`): what was rectified, or is due, before that day is put right first. */
async function hazardsBefore(visit: string, day: unknown, { database }: Caller): Promise<FieldFault[]> {
  if (!isDay(day)) return [];
  const rows = await database('hazards')
    .where({ visit })
    .whereNot({ status: 'void' })
    .whereRaw('(deadline < zhudian_day(:day) OR rectified_on < zhudian_day(:day))', { day })
    .orderBy('title')
    .select('title');
  if (rows.length === 0) return [];
  const message = `隐患${rows.map(({ title }) => `“${title}”`).join('、')}的整改时限或整改完成日期早于 ${day}；请先更正这些隐患的日期，再更正驻点日期`;
  return [{ field: 'visited_on', rule: 'visit.visited_on.hazards', message }];
}
