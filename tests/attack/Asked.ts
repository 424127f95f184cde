import type { RoleKey } from '../../schema/roles.ts';

/** Whoever attacks: those who may not see everything, and the automation, which sees all and may write little. */
export const ATTACKERS = ['county', 'inspector', 'auditor', 'automation', 'stranger'] as const satisfies readonly (RoleKey | 'stranger')[];
export type Attacker = (typeof ATTACKERS)[number];

/** One request of an attacker. */
export interface Asked {
  readonly method: 'GET' | 'SEARCH' | 'POST' | 'PATCH' | 'DELETE';
  readonly path: string;
  readonly body?: unknown;
}

export const inWords = (by: Attacker, { method, path, body }: Asked): string =>
  `${by}: ${method} ${path}${body === undefined ? '' : ` ${JSON.stringify(body).slice(0, 2000)}`}`;
