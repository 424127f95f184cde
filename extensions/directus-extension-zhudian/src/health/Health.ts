export type PartStatus = 'ok' | 'warn' | 'error';

/** One part of the system: how it is, and in words what to do when it is not well. */
export interface PartHealth {
  readonly part: 'database' | 'directus' | 'n8n' | 'outbox' | 'mail' | 'confirmations' | 'settings' | 'restore' | 'clock';
  readonly status: PartStatus;
  readonly message: string;
  /** Nothing is known of the part: the question failed, for the reason in the message. */
  readonly unanswered?: true;
  readonly version?: string;
  readonly detail?: Record<string, unknown>;
}

/** The worst of the parts is the status of the whole. */
export interface Health {
  readonly status: PartStatus;
  readonly at: string;
  readonly parts: readonly PartHealth[];
}
