import type { Accountability } from '@directus/types';
import type { Runtime } from '../../runtime/Runtime.ts';
import type { PolicyPermission, Rights } from './KeptRights.ts';

/** Directus adds what everybody in the panel may read to the answers for those who may open it. */
const ALL_RIGHTS: Accountability = { role: null, roles: [], user: null, admin: true, app: true, ip: null };

interface Access {
  readonly policy: { readonly id: string; readonly ip_access: readonly string[] | null };
  readonly role: string | null;
  readonly user: string | null;
}

/** Reads every right to read, and who has it. A policy that is bound to addresses is left out: steps are narrower then, never wider. */
export async function readRights({ services, getSchema, database }: Pick<Runtime, 'services' | 'getSchema' | 'database'>): Promise<Rights> {
  const means = { schema: await getSchema(), knex: database };
  const permissions = new services.PermissionsService({ ...means, accountability: ALL_RIGHTS });
  const access = new services.AccessService(means);
  const fields = ['policy.id', 'policy.ip_access', 'role', 'user'];
  const [rights, assignments] = await Promise.all([
    permissions.readByQuery({ filter: { action: { _eq: 'read' } }, limit: -1 }),
    access.readByQuery({ fields, limit: -1 }),
  ]);
  return {
    permissions: rights as unknown as PolicyPermission[],
    assignments: (assignments as unknown as Access[]).flatMap(({ policy, role, user }) =>
      policy.ip_access?.length ? [] : [{ policy: policy.id, role, user }],
    ),
  };
}
