import { majorHazardReportData } from '../hazards/majorHazardReportData.ts';
import { rectificationNoticeData } from '../visits/rectificationNoticeData.ts';
import { contactsData } from '../people/contactsData.ts';
import { cityInspectionData } from '../reports/cityInspectionData.ts';
import { cityReportData } from '../reports/cityReportData.ts';
import { countyReportData } from '../reports/countyReportData.ts';
import { evaluationData } from '../reports/evaluationData.ts';
import { reminderData } from '../reports/reminderData.ts';
import { statisticsTableData } from '../reports/statisticsTableData.ts';
import { rosterData } from '../roster/rosterData.ts';
import { taskListData } from '../visits/taskListData.ts';
import { workLogData } from '../visits/workLogData.ts';
import { withHanDates } from './withHanDates.ts';

/** With each date in Chinese figures beside it. */
const dated =
  <Facts>(make: (facts: Facts) => Record<string, unknown>) =>
  (facts: Facts): Record<string, unknown> =>
    withHanDates(make(facts));

/** The kinds of documents, each with what makes its template's data from the facts; the key is the template's. */
export const DOCUMENT_DATA = {
  roster: dated(rosterData),
  task_list: dated(taskListData),
  work_log: dated(workLogData),
  statistics: dated(statisticsTableData),
  contacts: dated(contactsData),
  major_hazard_report: dated(majorHazardReportData),
  rectification_notice: dated(rectificationNoticeData),
  county_report: dated(countyReportData),
  city_report: dated(cityReportData),
  evaluation: dated(evaluationData),
  city_inspection: dated(cityInspectionData),
  reminder: dated(reminderData),
} as const;
export type DocumentKind = keyof typeof DOCUMENT_DATA;
export const DOCUMENT_KINDS = Object.keys(DOCUMENT_DATA) as DocumentKind[];

/** The data of a template whose kind is known only as it runs; the facts are those of the kind, as in its sample. */
export function documentData(kind: DocumentKind, facts: unknown): Record<string, unknown> {
  return (DOCUMENT_DATA[kind] as (facts: unknown) => Record<string, unknown>)(facts);
}
