import type { RoleKey } from '../roles.ts';
import { ACTIONS, SCOPES, type Action, type Cell, type Grant, type Scope } from './AccessTable.ts';

const WORD = /^(?<action>[a-z]+)(?::(?<scope>all|county|own))?(?:\[(?<states>[a-z_,]+)\])?$/;

/**
 * A cell of the table, read.
 * @throws when a word is none of the table's language
 */
export function grants(cell: Cell, role: RoleKey): Grant[] {
  return cell
    .split(' ')
    .filter(Boolean)
    .map((word) => {
      const { action, scope, states } = WORD.exec(word)?.groups ?? {};
      if (!ACTIONS.includes(action as Action))
        throw new Error(`“${word}” is not understood: an action of ${ACTIONS.join(', ')}, then :scope, then [states]`);
      return { action: action as Action, scope: (scope as Scope | undefined) ?? SCOPES[role], states: states?.split(',') ?? [] };
    });
}
