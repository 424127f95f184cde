import { createError } from '@directus/errors';

/** A query would order, group or count by rows of which the caller may see some only, and so tell of the others. */
export const HiddenRowsError = createError<{ path: string; use: '排序' | '分组' | '计数' | '汇总' }>(
  'ZHUDIAN_HIDDEN_ROWS',
  ({ path, use }) => `不能用“${path}”${use}：其中有您无权查看的内容。请改用本表自己的字段，或缩小筛选范围`,
  403,
);
