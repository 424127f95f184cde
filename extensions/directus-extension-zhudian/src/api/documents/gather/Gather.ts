import type { PhotoFacts } from '@zhudian/core/hazards/HazardFacts.ts';
import type { Runtime } from '../../runtime/Runtime.ts';
import type { DocumentSubject } from '../DocumentSubject.ts';

/** What a document is made from: its template's data, the pictures it shows, and its file's name. */
export interface Gathered {
  readonly document: Record<string, unknown>;
  readonly photos: readonly PhotoFacts[];
  readonly filename: string;
  /** The template, where it is not called as the kind is. */
  readonly template?: string;
}

/** Gathers a document as things are now; null when what it is about is gone. */
export type Gather = (about: DocumentSubject, runtime: Runtime) => Promise<Gathered | null>;
