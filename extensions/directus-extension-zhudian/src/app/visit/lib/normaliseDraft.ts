import { normalLine, normalText } from '@zhudian/core/text/normalText.ts';
import type { DraftHazard, VisitDraft } from './VisitDraft.ts';

/** Makes the texts of a draft what the server keeps of them, in place: nothing is held back for a sign that nobody sees. */
export function normaliseDraft(draft: VisitDraft): void {
  change(draft, ['log', 'good_practice', 'remarks', 'inspectors_reason'], normalText);
  for (const item of draft.items) change(item, ['implementation', 'problem', 'suggestion'], normalText);
  for (const hazard of [...draft.hazards, ...(draft.writing ? [draft.writing] : [])]) {
    change<DraftHazard, 'description' | 'measures' | 'plan'>(hazard, ['description', 'measures', 'plan'], normalText);
    change<DraftHazard, 'title' | 'place' | 'responsible_person' | 'funds'>(hazard, ['title', 'place', 'responsible_person', 'funds'], normalLine);
  }
}

/** Only what differs is written: every write is one for the page as well. */
function change<Row extends Record<Field, string>, Field extends string>(row: Row, fields: readonly Field[], normal: (text: string) => string): void {
  for (const field of fields) {
    const now = normal(row[field]);
    if (now !== row[field]) Object.assign(row, { [field]: now });
  }
}
