import type { Steps } from '../states/Steps.ts';
import type { StepWords } from '../states/stepFaults.ts';

/** How a visit goes from hand to hand. Submitted is locked for inspectors; sending back says why. */
export const visitSteps: Steps = {
  draft: { submitted: { by: ['inspector', 'county', 'city'] } },
  submitted: { returned: { by: ['county', 'city'], reason: 'return_reason' }, locked: { by: ['county', 'city', 'automation'] } },
  returned: { submitted: { by: ['inspector', 'county', 'city'] } },
  locked: { returned: { by: ['city'], reason: 'return_reason' } },
};

export const visitWords: StepWords = {
  kind: 'visit',
  states: { draft: '草稿', submitted: '已提交', returned: '已退回', locked: '已锁定' },
  reasons: { return_reason: '退回原因', correction_reason: '更正原因' },
};
