import type { Steps } from '../states/Steps.ts';
import type { StepWords } from '../states/stepFaults.ts';

/** A county's monthly report on its way to the city. */
export const reportSteps: Steps = {
  draft: { submitted: { by: ['county', 'city'] } },
  submitted: { returned: { by: ['city'], reason: 'return_reason' }, accepted: { by: ['city'] } },
  returned: { submitted: { by: ['county', 'city'] } },
  accepted: { returned: { by: ['city'], reason: 'return_reason' } },
};

export const reportWords: StepWords = {
  kind: 'report',
  states: { draft: '草稿', submitted: '已报送', returned: '已退回', accepted: '已接收' },
  reasons: { return_reason: '退回原因', correction_reason: '更正说明' },
};
