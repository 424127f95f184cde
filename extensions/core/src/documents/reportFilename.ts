import { documentFilename } from './documentFilename.ts';
import { DOCUMENT_NAMES } from './tagMeanings.ts';

/**
 * The name of a county's monthly report, or of its table, with `.docx`: one that is handed in again says for which time, so that attachments of one month are told apart.
 *
 * @param kind the report, or its table
 * @param submission how often it was handed in; null for a draft that is only read
 */
export function reportFilename(
  county: string,
  period: string,
  submission: number | null,
  kind: 'county_report' | 'statistics' = 'county_report',
): string {
  const title = `${DOCUMENT_NAMES[kind]}${submission === null ? '（未报送）' : ''}`;
  const name = documentFilename(title, county, '', period);
  return submission === null || submission < 2 ? name : name.replace(/\.docx$/, `-第${String(submission)}次报送.docx`);
}
