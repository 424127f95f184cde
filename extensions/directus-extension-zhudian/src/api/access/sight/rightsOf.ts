import type { Accountability } from '@directus/types';
import type { PolicyPermission, Rights } from './KeptRights.ts';

/** The rights to read of one caller. Who comes by a share has none of their own: no step beyond what is shared. */
export function rightsOf({ user, roles, app, share }: Accountability, { permissions, assignments }: Rights): PolicyPermission[] {
  if (share !== undefined) return [];
  const theirs = assignments.filter(
    (one) => (user !== null && one.user === user) || (one.role === null ? one.user === null && roles.length === 0 : roles.includes(one.role)),
  );
  const policies = new Set(theirs.map(({ policy }) => policy));
  return permissions.filter(({ policy }) => (policy ? policies.has(policy) : app));
}
