import type { SingleKind } from '@zhudian/core/documents/requestedKinds.ts';
import type { PhotoFacts } from '@zhudian/core/hazards/HazardFacts.ts';
import { evaluationDocument } from '../evaluations/evaluationDocument.ts';
import { hazardDocument } from '../hazards/hazardDocument.ts';
import { contactsDocument } from '../people/contactsDocument.ts';
import { reportDocument } from '../reports/reportDocument.ts';
import type { Runtime } from '../Runtime.ts';
import { rosterDocument } from '../roster/rosterDocument.ts';
import { visitDocument } from '../visits/visitDocument.ts';
import type { DocumentSubject } from './DocumentSubject.ts';

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

/** How each kind is gathered: a new kind is one line here, one in `REQUESTED_KINDS` and a file. */
export const GATHERERS: Readonly<Record<SingleKind, Gather>> = {
  task_list: visitDocument('task_list'),
  work_log: visitDocument('work_log'),
  rectification_notice: visitDocument('rectification_notice'),
  major_hazard_report: hazardDocument,
  county_report: reportDocument,
  contacts: contactsDocument,
  roster: rosterDocument,
  evaluation: evaluationDocument,
};
