import type { Actor } from '@zhudian/core/states/Steps.ts';
import { roles } from '../../../../../schema/roles.ts';
import { useCurrentUser } from './useCurrentUser.ts';

/** The role of whoever is logged in, as the pages need to know it. */
export function useRole(): { readonly role: Actor } {
  const { user, isAdmin } = useCurrentUser();
  const known = Object.entries(roles).find(([, { id }]) => id === user?.role?.id);
  return { role: isAdmin ? 'administrator' : ((known?.[0] as Actor | undefined) ?? 'unknown') };
}
