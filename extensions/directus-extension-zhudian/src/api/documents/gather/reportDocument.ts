import { DOCUMENT_DATA } from '@zhudian/core/documents/documentData.ts';
import { reportFilename } from '@zhudian/core/documents/reportFilename.ts';
import { isHandedIn } from '@zhudian/core/reports/isHandedIn.ts';
import type { Gather } from './Gather.ts';
import { gatherDraft, gatherReport } from '../../reports/gatherReport.ts';

/** Gathers a county's monthly report: as it was handed in, or as a draft to be read before it is. */
export const reportDocument: Gather = async ({ monthly_report }, { database }) => {
  if (!monthly_report) return null;
  const last = await gatherReport(monthly_report, database);
  const handedIn = last !== null && isHandedIn(last.report.status) ? last : null;
  const facts = handedIn ?? (await gatherDraft(monthly_report, database));
  if (!facts) return null;
  const filename = reportFilename(facts.county.name, facts.period, handedIn?.report.submission ?? null);
  return { document: DOCUMENT_DATA.county_report(facts), photos: [], filename };
};
