import { access } from '../../../schema/access/access.ts';
import type { Action, Scope } from '../../../schema/access/AccessTable.ts';
import { grants } from '../../../schema/access/grants.ts';
import type { RoleKey } from '../../../schema/roles.ts';
import type { Place } from './Place.ts';

/** Which places a scope reaches. */
const REACH: Readonly<Record<Scope, readonly Place[]>> = { all: ['mine', 'neighbour', 'abroad'], county: ['mine', 'neighbour'], own: ['mine'] };

/** What the table says of one thing done to one row by one role; a stranger may nothing. */
export function mayDo(role: RoleKey | 'stranger', action: Action, row: { collection: string; place: Place; state: string }): boolean {
  if (role === 'stranger') return false;
  const cell = access[row.collection]?.[role] ?? '';
  return grants(cell, role).some(
    (grant) => grant.action === action && REACH[grant.scope].includes(row.place) && (grant.states.length === 0 || grant.states.includes(row.state)),
  );
}
