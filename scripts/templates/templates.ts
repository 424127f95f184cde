import type { DocumentKind } from '../../extensions/core/src/documents/documentData.ts';
import { cityInspection } from './cityInspection.ts';
import { cityReport } from './cityReport.ts';
import { contacts } from './contacts.ts';
import { countyReport } from './countyReport.ts';
import { evaluation } from './evaluation.ts';
import { majorHazardReport } from './majorHazardReport.ts';
import type { Orientation } from './packageParts.ts';
import { rectificationNotice } from './rectificationNotice.ts';
import { reminder } from './reminder.ts';
import { roster } from './roster.ts';
import { statistics } from './statistics.ts';
import { taskList } from './taskList.ts';
import { workLog } from './workLog.ts';

/** A built-in template: its key, the title in its properties, what stands in it, and how its last section lies. */
export interface Template {
  readonly key: DocumentKind;
  readonly title: string;
  readonly body: string;
  readonly orientation?: Orientation;
  /** Has `{draft}` at the head of each page. */
  readonly draft?: boolean;
}

export const TEMPLATES: readonly Template[] = [
  roster,
  taskList,
  workLog,
  statistics,
  contacts,
  majorHazardReport,
  rectificationNotice,
  countyReport,
  cityReport,
  evaluation,
  cityInspection,
  reminder,
];
