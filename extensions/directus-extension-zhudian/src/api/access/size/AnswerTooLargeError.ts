import { createError } from '@directus/errors';

/** What a query asks for would keep the server from answering anybody else. */
export const AnswerTooLargeError = createError(
  'ZHUDIAN_ANSWER_TOO_LARGE',
  '一次要求的内容过多，会使系统无法响应其他人：请减少每页条数，或只选取需要的字段，不要层层使用“*”',
  400,
);
