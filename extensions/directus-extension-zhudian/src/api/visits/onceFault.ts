import type { FieldFault } from '@zhudian/core/errors/FieldFault.ts';
import { visitWords } from '@zhudian/core/visits/visitSteps.ts';
import type { Caller } from '../runtime/Caller.ts';
import { keyOf } from '../runtime/nestedRows.ts';
import type { Payload } from '../runtime/Payload.ts';

/** A fault when the team has a visit of that enterprise and day already: two phones, one visit. */
export async function onceFault(id: string | null, visit: Payload, { database }: Caller): Promise<FieldFault[]> {
  const enterprise = keyOf(visit.enterprise);
  if (!enterprise || typeof visit.visited_on !== 'string') return [];
  const other: { status: string; writer: string | null } | undefined = await database('visits as v')
    .whereRaw('v.enterprise = zhudian_uuid(?) AND v.visited_on = zhudian_day(?)', [enterprise, visit.visited_on])
    .whereRaw('v.team = coalesce(zhudian_uuid(?), zhudian_team_on(v.enterprise, v.visited_on))', [keyOf(visit.team)])
    .whereNot('v.status', 'void')
    .modify((query) => void (id && query.whereNot('v.id', id)))
    .first('v.status', database.raw('zhudian_person_name(v.user_created) AS writer'));
  if (!other) return [];
  const by = other.writer ? `，由${other.writer}填写` : '';
  const message = `该驻点组 ${visit.visited_on} 在这家企业已有一份驻点记录（${visitWords.states[other.status] ?? other.status}${by}）；请打开那一份，不要重复填写`;
  return [{ field: 'visited_on', rule: 'visit.once', message }];
}
