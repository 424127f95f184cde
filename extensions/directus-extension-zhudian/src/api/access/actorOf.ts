import type { Actor } from '@zhudian/core/states/Steps.ts';
import { roles } from '../../../../../schema/roles.ts';
import type { Caller } from '../runtime/Caller.ts';

const ACTORS = new Map<string, Actor>(Object.entries(roles).map(([key, { id }]) => [id, key as Actor]));

/** Who takes a step: the caller's role; the server itself and the administrator are one. */
export function actorOf({ accountability }: Pick<Caller, 'accountability'>): Actor {
  if (accountability === null || accountability.admin) return 'administrator';
  return ACTORS.get(accountability.role ?? '') ?? 'unknown';
}
