import type { FieldFault } from '@zhudian/core/errors/FieldFault.ts';
import { foundOnFaults } from '@zhudian/core/hazards/foundOnFaults.ts';
import { hazardSteps, hazardWords } from '@zhudian/core/hazards/hazardSteps.ts';
import { majorVoidFaults } from '@zhudian/core/hazards/majorVoidFaults.ts';
import { planFaults } from '@zhudian/core/hazards/planFaults.ts';
import { reasonNeeded } from '@zhudian/core/hazards/reasonNeeded.ts';
import { validateHazard } from '@zhudian/core/hazards/validateHazard.ts';
import { reasonFaults } from '@zhudian/core/states/stepFaults.ts';
import { voidFaults } from '@zhudian/core/states/voidFaults.ts';
import type { Knex } from 'knex';
import { actorOf } from '../access/actorOf.ts';
import { enterpriseFault } from '../access/enterpriseFault.ts';
import type { Caller } from '../runtime/Caller.ts';
import { throwFaults } from '../errors/fieldFaults.ts';
import { keyOf } from '../runtime/nestedRows.ts';
import { today } from '../clock/today.ts';
import { changeOfState, firstState } from '../access/checkSteps.ts';
import { now } from '../clock/now.ts';
import { coveredFault } from '../statistics/coveredFault.ts';
import { elsewhereVerifier } from './elsewhereVerifier.ts';
import { evidenceFaults } from './evidenceFaults.ts';
import type { Payload } from '../runtime/Payload.ts';
import { periodBounds } from '../settings/periodBounds.ts';
import { standing } from '../runtime/standing.ts';
import type { Row } from '../runtime/Row.ts';
import { HANDED_IN } from '@zhudian/core/visits/isHandedIn.ts';

type Hazard = Row<'hazards', 'found_on' | 'deadline' | 'rectified_on' | 'verified_on'>;

/** Checks a hazard that is about to be created and fills in what follows from its visit. */
export async function checkNewHazard(payload: Payload, caller: Caller): Promise<Payload> {
  const day = await today(caller.database);
  const draft: Payload = { severity: 'general', status: 'open', ...payload };
  const item = keyOf(draft.visit_item);
  if (item !== null && !draft.visit) draft.visit = await itemVisit(item, caller.database);
  const visit = keyOf(draft.visit);
  if (visit && !draft.enterprise) {
    const row = await caller.database('visits').where({ id: visit }).first('enterprise');
    draft.enterprise = row?.enterprise;
  }
  if (!draft.found_on) draft.found_on = (await visitDay(visit, caller.database)) ?? day;
  const faults = [
    ...firstState(hazardWords, ['open', 'rectifying', 'rectified'], draft.status),
    ...validateHazard(draft, day),
    ...(await unplanned(draft, caller.database)),
    ...(await noted(draft, caller.database)),
    ...(await relationFaults(draft, caller)),
    ...(await itemFaults(draft, caller.database)),
    ...(await elsewhereVerifier(draft, null, caller.database)),
    ...(await foundOn(draft, caller.database)),
  ];
  // What a balance covers is told of one's own enterprises only. Without a visit it is carried over, and a major one waits for no sums.
  if (visit && draft.severity !== 'major' && faults.length === 0)
    faults.push(...(await coveredFault(keyOf(draft.enterprise), 'found_on', draft.found_on, caller.database)));
  throwFaults('hazards', faults);
  return draft;
}

/** Checks hazards as they would stand after an update, each with what it has already. */
export async function checkChangedHazards(sent: Payload, keys: readonly string[], caller: Caller): Promise<Payload> {
  const day = await today(caller.database);
  const rows = await standing('hazards', ['found_on', 'deadline', 'rectified_on', 'verified_on'], keys, caller.database);
  const named = await withoutForeignItem(await withVerifier(sent, rows, caller), rows, caller.database);
  const change = await withVisitDay(named, rows, caller.database);
  for (const row of rows) {
    throwFaults('hazards', [...voidFaults(hazardWords, '隐患', row, change), ...majorVoidFaults(row, change, actorOf(caller))]);
    const draft: Payload = { ...row, ...(goesBack(row, change) ? UNDONE : {}), ...change };
    // A row of before a rule has its fault already: it is told where the change touches it.
    const known = new Set((await ownFaults(row, day, {}, caller.database)).map(({ rule }) => rule));
    const own = (await ownFaults(draft, day, change, caller.database)).filter(({ field, rule }) => !known.has(rule) || field in change);
    const moved = 'enterprise' in change || 'visit' in change;
    throwFaults('hazards', [
      ...changeOfState(hazardSteps, hazardWords, row, change, caller),
      ...(await verifierFaults(row, change, caller)),
      ...(await elsewhereVerifier(draft, row.verified_by, caller.database)),
      ...(await correctionFaults(row, sent, day, caller.database)),
      ...own,
      ...(await noted(change, caller.database)),
      ...(moved ? await relationFaults(draft, caller) : []),
      ...('found_on' in change && change.status !== 'void' ? await foundOn(draft, caller.database) : []),
      ...('visit_item' in change || 'visit' in change ? await itemFaults(draft, caller.database) : []),
      ...('found_on' in change && keyOf(draft.visit) && draft.severity !== 'major'
        ? await coveredFault(keyOf(draft.enterprise), 'found_on', draft.found_on, caller.database)
        : []),
    ]);
  }
  return change;
}

/** What is written of a rectification that turned out to be none goes with it: the trigger of the same rule takes it away. */
const UNDONE = { rectified_on: null, verified_on: null, verified_by: null, verified_officer: null, verification: null };

function goesBack(row: Hazard, change: Payload): boolean {
  return change.status === 'rectifying' && (row.status === 'rectified' || row.status === 'verified');
}

async function ownFaults(hazard: Payload, day: string, change: Payload, database: Knex): Promise<FieldFault[]> {
  return [...validateHazard(hazard, day), ...(await unplanned(hazard, database)), ...(await evidenceFaults(hazard, change, database))];
}

/** A general hazard has its plan as soon as nobody hands it in any more: without a visit, or with one that is in. */
async function unplanned(hazard: Payload, database: Knex): Promise<FieldFault[]> {
  const faults = planFaults(hazard);
  if (faults.length === 0) return [];
  const visit = keyOf(hazard.visit);
  if (visit === null) return hazard.visit ? [] : faults;
  return (await handedIn(visit, database)) ? faults : [];
}

const MOMENTS = { reported_at: '直报时间', acknowledged_at: '签收时间' } as const;

/** What tells of the past is not ahead, whoever writes it; a rehearsal's clock counts, and the server's own. */
async function noted(change: Payload, database: Knex): Promise<FieldFault[]> {
  const faults: FieldFault[] = [];
  for (const [field, label] of Object.entries(MOMENTS)) {
    const value = change[field];
    if (typeof value !== 'string') continue;
    const latest = Math.max((await now(database)).getTime(), Date.now());
    if (new Date(value).getTime() > latest) faults.push({ field, rule: `hazard.${field}.future`, message: `${label}晚于现在；请核对后填写` });
  }
  return faults;
}

/** Whoever takes the step to "verified" is the one who saw it, on the day they say so. What is verified already keeps who did. */
async function withVerifier(change: Payload, rows: readonly Hazard[], { accountability, database }: Caller): Promise<Payload> {
  if (change.status !== 'verified' || rows.every(({ status }) => status === 'verified')) return change;
  const user = accountability?.user;
  const own = user && !change.verified_by ? await database('inspectors').where({ user }).first('id') : undefined;
  return { ...change, verified_on: change.verified_on ?? (await today(database)), ...(own ? { verified_by: own.id } : {}) };
}

/** Rectified is what somebody claims; verified is what another one saw: neither by the same login nor, written down by a third, by the same person. */
async function verifierFaults(row: Hazard, change: Payload, { accountability, database }: Caller): Promise<FieldFault[]> {
  if (!row.rectified_by || (change.status ?? row.status) !== 'verified') return [];
  if (row.status !== 'verified' && accountability?.user === row.rectified_by) {
    return [{ field: 'status', rule: 'hazard.verifier.other', message: '整改情况是您登记的，须由另一名驻点人员或县级管理员核验' }];
  }
  const isNamed = 'verified_by' in change || change.status === 'verified';
  if (isNamed && (await isInspectorOf(keyOf('verified_by' in change ? change.verified_by : row.verified_by), row.rectified_by, database))) {
    return [{ field: 'verified_by', rule: 'hazard.verifier.other', message: '该驻点人员登记了整改情况，不能再作为核验人；请选择另一名驻点人员' }];
  }
  return [];
}

async function isInspectorOf(inspector: string | null, login: string, database: Knex): Promise<boolean> {
  return (
    inspector !== null &&
    (await database('inspectors').whereRaw('id = zhudian_uuid(?)', [inspector]).where({ user: login }).first('id')) !== undefined
  );
}

/** What takes back something that was said says why. */
async function correctionFaults(row: Hazard, change: Payload, day: string, database: Knex): Promise<FieldFault[]> {
  if (change.correction_reason) return reasonFaults(hazardWords, 'correction_reason', change.correction_reason);
  const needed = reasonNeeded(row, withKeys(change), day);
  if (needed === null || (needed === 'handed_in' && !(await handedIn(row.visit, database)))) return [];
  return reasonFaults(hazardWords, 'correction_reason', undefined);
}

/** A change with what points at another row as a key. */
function withKeys(change: Payload): Payload {
  const fields = ['enterprise', 'verified_by'].filter((field) => field in change);
  return { ...change, ...Object.fromEntries(fields.map((field) => [field, keyOf(change[field])])) };
}

async function handedIn(visit: unknown, database: Knex): Promise<boolean> {
  if (typeof visit !== 'string') return false;
  const row: unknown = await database('visits').whereRaw('id = zhudian_uuid(?)', [visit]).whereIn('status', HANDED_IN).first('id');
  return row !== undefined;
}

/** A hazard that is taken to another visit, or from its own, leaves the item behind. */
async function withoutForeignItem(change: Payload, rows: readonly Hazard[], database: Knex): Promise<Payload> {
  if (!('visit' in change) || 'visit_item' in change) return change;
  const items = rows.flatMap(({ visit_item }) => visit_item ?? []);
  const visits = await Promise.all(items.map(async (item) => await itemVisit(item, database)));
  return visits.every((one) => one === keyOf(change.visit)) ? change : { ...change, visit_item: null };
}

/** A hazard that is taken to another visit was found on that one's day, unless another one is named. */
async function withVisitDay(change: Payload, rows: readonly Hazard[], database: Knex): Promise<Payload> {
  const visit = keyOf(change.visit);
  // A visit's own form names the visit with each of its hazards.
  if (visit === null || 'found_on' in change || rows.every((row) => row.visit === visit)) return change;
  const found_on = await visitDay(visit, database);
  return found_on === null ? change : { ...change, found_on };
}

async function foundOn({ visit, found_on }: Payload, database: Knex): Promise<FieldFault[]> {
  const { since } = await periodBounds(database);
  return foundOnFaults(found_on, await visitDay(keyOf(visit), database), since);
}

async function visitDay(visit: string | null, database: Knex): Promise<string | null> {
  if (visit === null) return null;
  const row: { day: string } | undefined = await database('visits')
    .whereRaw('id = zhudian_uuid(?)', [visit])
    .first(database.raw('visited_on::text AS day'));
  return row?.day ?? null;
}

/** The item that a hazard was found at is one of the hazard's own visit. */
async function itemFaults({ visit, visit_item }: Payload, database: Knex): Promise<FieldFault[]> {
  const item = keyOf(visit_item);
  if (item === null) return [];
  const of = await itemVisit(item, database);
  // A visit that comes whole brings its hazards before the items they are of: PostgreSQL asks at the end of the save.
  if (of === null ? visit : of === keyOf(visit)) return [];
  return [{ field: 'visit_item', rule: 'hazard.visit_item.visit', message: '所选检查内容不属于本隐患的驻点记录；请从该驻点记录的清单中选择' }];
}

async function itemVisit(item: string, database: Knex): Promise<string | null> {
  const row: { visit: string | null } | undefined = await database('visit_items').whereRaw('id = zhudian_uuid(?)', [item]).first('visit');
  return row?.visit ?? null;
}

async function relationFaults(draft: Payload, caller: Caller): Promise<FieldFault[]> {
  const enterprise = keyOf(draft.enterprise);
  if (!enterprise) return [];
  const fault = await enterpriseFault(enterprise, caller, draft.found_on);
  if (fault) return [fault];
  return await visitFault(keyOf(draft.visit), enterprise, caller.database);
}

async function visitFault(visit: string | null, enterprise: string, database: Knex): Promise<FieldFault[]> {
  if (!visit) return [];
  const row = await database('visits').where({ id: visit }).first('enterprise');
  if (!row) return [{ field: 'visit', rule: 'hazard.visit.exists', message: '所选驻点记录不存在' }];
  if (row.enterprise === enterprise) return [];
  return [{ field: 'visit', rule: 'hazard.visit.enterprise', message: '所选驻点记录属于另一家企业；请选择本企业的驻点记录' }];
}
