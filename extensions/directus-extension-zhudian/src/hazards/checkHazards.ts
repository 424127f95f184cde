import type { FieldFault } from '@zhudian/core/errors/FieldFault.ts';
import { validateHazard } from '@zhudian/core/hazards/validateHazard.ts';
import type { Knex } from 'knex';
import { enterpriseFault } from '../access/enterpriseFault.ts';
import type { Caller } from '../hook/Caller.ts';
import { throwFaults } from '../errors/fieldFaults.ts';
import { today } from '../settings/today.ts';

type Payload = Record<string, unknown>;

/** Checks a hazard that is about to be created and fills in what follows from its visit. */
export async function checkNewHazard(payload: Payload, caller: Caller): Promise<Payload> {
  const day = await today(caller.database);
  const draft: Payload = { severity: 'general', status: 'open', found_on: day, ...payload };
  if (!draft.found_on) draft.found_on = day;
  const visit = keyOf(draft.visit);
  if (visit && !draft.enterprise) {
    const row: { enterprise: string } | undefined = await caller.database('visits').where({ id: visit }).first('enterprise');
    draft.enterprise = row?.enterprise;
  }
  throwFaults('hazards', [...validateHazard(draft, day), ...(await relationFaults(draft, caller))]);
  return draft;
}

/** Checks hazards as they would stand after an update, each with what it has already. */
export async function checkChangedHazards(change: Payload, keys: readonly string[], caller: Caller): Promise<void> {
  const day = await today(caller.database);
  const rows: Payload[] = await caller
    .database('hazards')
    .whereIn('id', keys)
    .select(
      'enterprise',
      'visit',
      'severity',
      'status',
      'title',
      'description',
      'place',
      'measures',
      'responsible_person',
      'funds',
      'plan',
      'rectification',
      caller.database.raw('found_on::text'),
      caller.database.raw('deadline::text'),
      caller.database.raw('rectified_on::text'),
    );
  for (const row of rows) {
    const draft = { ...row, ...change };
    const moved = 'enterprise' in change || 'visit' in change;
    throwFaults('hazards', [...validateHazard(draft, day), ...(moved ? await relationFaults(draft, caller) : [])]);
  }
}

async function relationFaults(draft: Payload, caller: Caller): Promise<FieldFault[]> {
  const enterprise = keyOf(draft.enterprise);
  if (!enterprise) return [];
  const fault = await enterpriseFault(enterprise, caller);
  if (fault) return [fault];
  return await visitFault(keyOf(draft.visit), enterprise, caller.database);
}

async function visitFault(visit: string | null, enterprise: string, database: Knex): Promise<FieldFault[]> {
  if (!visit) return [];
  const row: { enterprise: string } | undefined = await database('visits').where({ id: visit }).first('enterprise');
  if (!row) return [{ field: 'visit', rule: 'hazard.visit.exists', message: '所选驻点记录不存在' }];
  if (row.enterprise === enterprise) return [];
  return [{ field: 'visit', rule: 'hazard.visit.enterprise', message: '所选驻点记录属于另一家企业；请选择本企业的驻点记录' }];
}

/** A relation in a payload is a key or an object with one. */
function keyOf(value: unknown): string | null {
  if (typeof value === 'string') return value;
  if (value !== null && typeof value === 'object' && 'id' in value && typeof value.id === 'string') return value.id;
  return null;
}
