import type { DirectusRequest } from '../../runtime/DirectusRequest.ts';
import type { Runtime } from '../../runtime/Runtime.ts';
import type { Contest } from './Contest.ts';
import { lockNamed } from './lockNamed.ts';
import { noteContest } from './noteContest.ts';

const NONE: Contest = { contested_at: null, contested_reason: null };

/**
 * Takes back what somebody has said of the signature under their name, and the county's mark unless it is settled. The history keeps both. Doing it
 * again changes nothing.
 * @throws as `lockNamed`
 */
export async function withdrawContest(visit: string, request: DirectusRequest, runtime: Runtime): Promise<Contest> {
  return await runtime.database.transaction(async (transaction) => {
    const row = await lockNamed(visit, request, runtime, transaction);
    if (row.contested_at === null) return NONE;
    await transaction('visit_inspectors').where({ id: row.id }).update(NONE);
    await noteContest(visit, request.accountability?.user ?? '', `${row.name}撤回对自己名下签字的异议`, transaction);
    await transaction('suspicions').where({ kind: 'contested', status: 'open', visit }).whereLike('key', `contested:${row.id}:%`).delete();
    return NONE;
  });
}
