import type { Steps } from '../states/Steps.ts';
import type { StepWords } from '../states/stepFaults.ts';

const VOID = { by: ['county', 'city'], reason: 'void_reason' } as const;

/**
 * From found to seen to be gone. What was claimed or verified goes back only with a reason. What was entered by mistake is voided and stays to be
 * read: nothing leads back from there.
 */
export const hazardSteps: Steps = {
  open: { rectifying: { by: ['inspector', 'county', 'city'] }, rectified: { by: ['inspector', 'county', 'city'] }, void: VOID },
  rectifying: { rectified: { by: ['inspector', 'county', 'city'] }, void: VOID },
  rectified: {
    verified: { by: ['inspector', 'county', 'city'] },
    rectifying: { by: ['inspector', 'county', 'city'], reason: 'correction_reason' },
    void: VOID,
  },
  verified: { rectifying: { by: ['county', 'city'], reason: 'correction_reason' }, void: VOID },
};

export const hazardWords: StepWords = {
  kind: 'hazard',
  states: { open: '待整改', rectifying: '整改中', rectified: '已整改待核验', verified: '已核验', void: '已作废' },
  reasons: { correction_reason: '更正原因', void_reason: '作废原因' },
};
