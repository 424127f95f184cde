import type { Steps } from '../states/Steps.ts';
import type { StepWords } from '../states/stepFaults.ts';

/** From found to seen to be gone. What was claimed or verified goes back only with a reason. */
export const hazardSteps: Steps = {
  open: { rectifying: { by: ['inspector', 'county', 'city'] }, rectified: { by: ['inspector', 'county', 'city'] } },
  rectifying: { rectified: { by: ['inspector', 'county', 'city'] } },
  rectified: {
    verified: { by: ['inspector', 'county', 'city'] },
    rectifying: { by: ['inspector', 'county', 'city'], reason: 'correction_reason' },
  },
  verified: { rectifying: { by: ['county', 'city'], reason: 'correction_reason' } },
};

export const hazardWords: StepWords = {
  kind: 'hazard',
  states: { open: '待整改', rectifying: '整改中', rectified: '已整改', verified: '已核验' },
  reasons: { correction_reason: '更正原因' },
};
