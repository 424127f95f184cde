import { createError } from '@directus/errors';

/** A rule is broken that has no field of its own: its message is told. */
export const RefusedError = createError<{ rule: string; message: string }>('FAILED_VALIDATION', ({ message }) => message, 400);
