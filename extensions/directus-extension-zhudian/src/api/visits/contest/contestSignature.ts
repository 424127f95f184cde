import { contested, type Contested } from '@zhudian/core/suspicions/contested.ts';
import { contestFault } from '@zhudian/core/visits/contestFault.ts';
import type { Knex } from 'knex';
import { DraftContestedError } from '../../errors/errors.ts';
import { throwFaults } from '../../errors/fieldFaults.ts';
import type { DirectusRequest } from '../../runtime/DirectusRequest.ts';
import type { Runtime } from '../../runtime/Runtime.ts';
import { keepSuspicions } from '../../suspicions/keepSuspicions.ts';
import type { Contest } from './Contest.ts';
import { lockNamed } from './lockNamed.ts';
import { noteContest } from './noteContest.ts';

/**
 * Notes beside somebody's name in a visit that the signature there is not theirs, in the visit's history too, and marks it for the county. What was
 * signed stays as it is. Saying it again changes nothing.
 * @throws as `lockNamed`; for a draft, whose signatures can still be changed; without a reason that says something
 */
export async function contestSignature(visit: string, reason: unknown, request: DirectusRequest, runtime: Runtime): Promise<Contest> {
  return await runtime.database.transaction(async (transaction) => {
    const row = await lockNamed(visit, request, runtime, transaction);
    if (row.contested_at !== null) return { contested_at: row.contested_at, contested_reason: row.contested_reason };
    if (row.status === 'draft') throw new DraftContestedError();
    const fault = contestFault(reason);
    if (fault) throwFaults('visit_inspectors', [{ field: 'reason', rule: 'visit_inspector.contested_reason', message: fault }]);
    const said = String(reason).trim();
    const [now] = await transaction('visit_inspectors')
      .where({ id: row.id })
      .update({ contested_at: transaction.raw('zhudian_moment()'), contested_reason: said })
      .returning<Contest[]>(['contested_at', 'contested_reason']);
    await noteContest(visit, request.accountability?.user ?? '', `${row.name}称自己名下的签字不是本人所签。理由：${said}`, transaction);
    await keepSuspicions(transaction, [contested(await facts(row.id, transaction))]);
    return now ?? { contested_at: null, contested_reason: null };
  });
}

async function facts(person: string, transaction: Knex.Transaction): Promise<Contested> {
  const { rows } = await transaction.raw<{ rows: [Contested] }>(
    `SELECT p.id AS person, to_char(p.contested_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS at, v.id AS visit, v.county, i.name,
       v.visited_on::text AS day, e.name AS enterprise, p.contested_reason AS reason, zhudian_person_name(f.uploaded_by) AS sender
     FROM visit_inspectors p JOIN visits v ON v.id = p.visit JOIN enterprises e ON e.id = v.enterprise JOIN inspectors i ON i.id = p.inspector
       LEFT JOIN directus_files f ON f.id = p.signature WHERE p.id = :person`,
    { person },
  );
  return rows[0];
}
