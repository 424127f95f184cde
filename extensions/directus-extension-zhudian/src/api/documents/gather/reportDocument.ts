import { DOCUMENT_DATA } from '@zhudian/core/documents/documentData.ts';
import { documentFilename } from '@zhudian/core/documents/documentFilename.ts';
import { DOCUMENT_NAMES } from '@zhudian/core/documents/tagMeanings.ts';
import { isHandedIn } from '@zhudian/core/reports/isHandedIn.ts';
import type { Gather } from './Gather.ts';
import { gatherDraft, gatherReport } from '../../reports/gatherReport.ts';

/** Gathers a county's monthly report: as it was handed in, or as a draft to be read before it is. */
export const reportDocument: Gather = async ({ monthly_report }, { database }) => {
  if (!monthly_report) return null;
  const last = await gatherReport(monthly_report, database);
  const handedIn = last !== null && isHandedIn(last.report.status);
  const facts = handedIn ? last : await gatherDraft(monthly_report, database);
  if (!facts) return null;
  const title = `${DOCUMENT_NAMES.county_report}${handedIn ? '' : '（未报送）'}`;
  return { document: DOCUMENT_DATA.county_report(facts), photos: [], filename: documentFilename(title, facts.county.name, '', facts.period) };
};
