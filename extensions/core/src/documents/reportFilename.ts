import { documentFilename } from './documentFilename.ts';
import { DOCUMENT_NAMES } from './tagMeanings.ts';

/**
 * The name of a county's monthly report, with `.docx`: one that is handed in again says for which time, so that attachments of one month are told apart.
 *
 * @param submission how often it was handed in; null for a draft that is only read
 */
export function reportFilename(county: string, period: string, submission: number | null): string {
  const title = `${DOCUMENT_NAMES.county_report}${submission === null ? '（未报送）' : ''}`;
  const name = documentFilename(title, county, '', period);
  return submission === null || submission < 2 ? name : name.replace(/\.docx$/, `-第${String(submission)}次报送.docx`);
}
