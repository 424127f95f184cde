import { expect, it } from 'vitest';
import { explainUpload } from './explainUpload.ts';

it.each([
  ['INVALID_PAYLOAD', 'File is of invalid content type', '请上传照片'],
  ['INVALID_PAYLOAD', 'File is missing filename', 'as it was'],
  ['CONTENT_TOO_LARGE', undefined, '不超过 50 MB'],
  ['FORBIDDEN', undefined, 'as it was'],
])('%s (%s) is told as: %s', (code, reason, told) => {
  const error = { message: 'as it was', extensions: { code, ...(reason ? { reason } : {}) } };
  expect(explainUpload(error)).toMatchObject({ extensions: error.extensions, message: expect.stringContaining(told) as string });
});
