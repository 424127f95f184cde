import type { SingleKind } from '@zhudian/core/documents/requestedKinds.ts';
import type { Gather } from './Gather.ts';
import { evaluationDocument } from './evaluationDocument.ts';
import { hazardDocument } from './hazardDocument.ts';
import { contactsDocument } from './contactsDocument.ts';
import { reportDocument } from './reportDocument.ts';
import { rosterDocument } from './rosterDocument.ts';
import { visitDocument } from './visitDocument.ts';

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
