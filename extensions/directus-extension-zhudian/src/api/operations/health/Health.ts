export type PartStatus = 'ok' | 'warn' | 'error';

/** One part of the system: how it is, and in words what to do when it is not well. */
export interface PartHealth {
  readonly part: 'database' | 'directus' | 'n8n' | 'workflows' | 'outbox' | 'mail' | 'confirmations' | 'settings' | 'restore' | 'clock';
  readonly status: PartStatus;
  readonly message: string;
  /** Nothing is known of the part: the question failed, for the reason in the message. */
  readonly unanswered?: true;
  readonly version?: string;
  /** For how long the oldest of what waits has waited, or nothing was heard of the part. */
  readonly lag_seconds?: number | null;
  /** How many wait. */
  readonly backlog?: number;
  /** Mails that are not tried any more. */
  readonly given_up?: number;
  /** Settings that are wrong, in the office's words. */
  readonly faults?: readonly string[];
  /** Which of several troubles it has. */
  readonly about?: string;
  readonly detail?: Record<string, unknown>;
}

/** The worst of the parts is the status of the whole. */
export interface Health {
  readonly status: PartStatus;
  readonly at: string;
  /** Of Zhudian, with the level of its schema and its commit; null where the database does not say it. */
  readonly version: string | null;
  readonly parts: readonly PartHealth[];
}
