import { z } from 'zod/v4';

/** A month as the interfaces write it. */
export const Period = z.string().regex(/^20\d{2}-(0[1-9]|1[0-2])$/, 'write the month like 2026-11');
