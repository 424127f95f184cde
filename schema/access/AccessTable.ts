import type { RoleKey } from '../roles.ts';

/** What can be done to a row. */
export const ACTIONS = ['read', 'create', 'update', 'delete'] as const;
export type Action = (typeof ACTIONS)[number];

/**
 * Which rows: every one; those of the own county; those of the own work (enterprises of the own teams, visits one took part in
 * or wrote, and what belongs to them).
 */
export type Scope = 'all' | 'county' | 'own';

/** One thing a role may do: to which rows, and in which states of the row (any state where none is named). */
export interface Grant {
  readonly action: Action;
  readonly scope: Scope;
  readonly states: readonly string[];
}

/**
 * A cell of the table. Words are actions; `[a,b]` names the states in which it holds; `:all` and the like name a scope other than the
 * role's own (see {@link SCOPES}). `read update[draft,returned] delete[draft]`, `read:all`; an empty text is nothing.
 */
export type Cell = string;

export type AccessTable = Readonly<Record<string, Readonly<Record<RoleKey, Cell>>>>;

/** The rows a role works with, unless a cell says otherwise. */
export const SCOPES: Readonly<Record<RoleKey, Scope>> = { city: 'all', county: 'county', inspector: 'own', automation: 'all', auditor: 'all' };
