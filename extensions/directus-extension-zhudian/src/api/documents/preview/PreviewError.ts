import { createError } from '@directus/errors';

/** There is no preview; the message says why, to whoever wanted to look. */
export const PreviewError = createError<{ message: string }>('ZHUDIAN_NO_PREVIEW', ({ message }) => message, 503);
