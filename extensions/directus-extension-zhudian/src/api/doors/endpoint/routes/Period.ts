import { z } from 'zod/v4';
import { PERIOD } from '@zhudian/core/calendar/period.ts';

/** A month as the interfaces write it. */
export const Period = z.string().regex(PERIOD, 'write the month like 2026-11');
