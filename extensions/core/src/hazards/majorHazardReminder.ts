import { chineseMoment } from '../text/chineseMoment.ts';
import type { HazardFacts } from './HazardFacts.ts';

/** The sentence that tells a first report from a repeated one; blank for a first report. */
export function majorHazardReminder({ event, hazard, office }: HazardFacts): string {
  if (event.topic !== 'hazard.unacknowledged') return '';
  const reported = chineseMoment(hazard.reported_at, office.timezone);
  const since = reported === '' ? '该隐患首次报送后' : `该隐患已于${reported}首次报送`;
  return `${since}，至今无人签收，现第${event.step}次催办，请立即签收并处置。`;
}
