import type { Steps } from '../states/Steps.ts';
import type { StepWords } from '../states/stepFaults.ts';

/**
 * How a visit goes from hand to hand. Submitted is locked for inspectors; sending back says why. A draft is deleted; what was handed in by mistake is
 * voided and stays to be read.
 */
export const visitSteps: Steps = {
  draft: { submitted: { by: ['inspector', 'county', 'city'] } },
  submitted: {
    returned: { by: ['county', 'city'], reason: 'return_reason' },
    locked: { by: ['county', 'city', 'automation'] },
    void: { by: ['county', 'city'], reason: 'void_reason' },
  },
  returned: { submitted: { by: ['inspector', 'county', 'city'] }, void: { by: ['county', 'city'], reason: 'void_reason' } },
  locked: { returned: { by: ['city'], reason: 'return_reason' }, void: { by: ['city'], reason: 'void_reason' } },
};

export const visitWords: StepWords = {
  kind: 'visit',
  states: { draft: '草稿', submitted: '已提交', returned: '已退回', locked: '已锁定', void: '已作废' },
  reasons: { return_reason: '退回原因', correction_reason: '更正原因', void_reason: '作废原因' },
};
