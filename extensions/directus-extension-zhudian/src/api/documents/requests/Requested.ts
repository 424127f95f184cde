import type { RequestedKind } from '@zhudian/core/documents/requestedKinds.ts';
import type { DocumentSubject } from '../DocumentSubject.ts';

/**
 * The kind of a document that is asked for, and what it is about. The system's own buttons ask for two more kinds: the city's compilation, and the
 * documents of a report that was handed in.
 */
export interface Requested extends DocumentSubject {
  readonly kind: RequestedKind | 'city_report' | 'statistics';
}

/** A request, and how it stands. */
export interface Asked {
  readonly id: string;
  readonly status: string;
}
