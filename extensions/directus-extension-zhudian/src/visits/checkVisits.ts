import { validateVisit } from '@zhudian/core/visits/validateVisit.ts';
import { validateVisitItem } from '@zhudian/core/visits/validateVisitItem.ts';
import { enterpriseFault } from '../access/enterpriseFault.ts';
import { throwFaults } from '../errors/fieldFaults.ts';
import type { Caller } from '../hook/Caller.ts';
import { today } from '../settings/today.ts';

type Payload = Record<string, unknown>;

/** Checks a visit that is about to be created. */
export async function checkNewVisit(payload: Payload, caller: Caller): Promise<Payload> {
  const draft: Payload = { status: 'draft', ...payload };
  const enterprise = typeof draft.enterprise === 'string' ? await enterpriseFault(draft.enterprise, caller) : null;
  const faults = validateVisit(draft, await today(caller.database));
  throwFaults('visits', enterprise ? [...faults, enterprise] : faults);
  return draft;
}

/** Checks visits as they would stand after an update, each with what it has already. */
export async function checkChangedVisits(change: Payload, keys: readonly string[], caller: Caller): Promise<void> {
  const day = await today(caller.database);
  const rows: Payload[] = await caller.database('visits').whereIn('id', keys).select('*', caller.database.raw('visited_on::text'));
  const enterprise = typeof change.enterprise === 'string' ? await enterpriseFault(change.enterprise, caller) : null;
  for (const row of rows) {
    const faults = validateVisit({ ...row, ...change }, day);
    throwFaults('visits', enterprise ? [...faults, enterprise] : faults);
  }
}

/** Checks one item of a checklist that is about to be created. */
export function checkNewVisitItem(payload: Payload): void {
  throwFaults('visit_items', validateVisitItem(payload));
}

/** Checks items as they would stand after an update. */
export async function checkChangedVisitItems(change: Payload, keys: readonly string[], caller: Caller): Promise<void> {
  const rows: Payload[] = await caller.database('visit_items').whereIn('id', keys).select('result', 'implementation', 'problem', 'suggestion');
  for (const row of rows) throwFaults('visit_items', validateVisitItem({ ...row, ...change }));
}
