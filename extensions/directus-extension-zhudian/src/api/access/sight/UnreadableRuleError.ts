import { createError } from '@directus/errors';

/** A permission whose rule cannot be asked of a related row: Directus takes `_some` and `_none` at the start of a filter only. */
export const UnreadableRuleError = createError<{ collection: string; field: string }>(
  'ZHUDIAN_UNREADABLE_RULE',
  ({ collection, field }) =>
    `The permission to read “${collection}” asks _some or _none of “${field}”, which cannot be asked of a related row: write it as a path.`,
  500,
);
