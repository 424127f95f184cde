import type { ToldError } from '../errors/explainAnswer.ts';
import { unknownKind } from './takePicture.ts';

/** Directus refuses some uploads by itself, in English, to people who read Chinese. */
export function explainUpload(error: ToldError): ToldError {
  const { code, reason } = error.extensions ?? {};
  if (code === 'INVALID_PAYLOAD' && reason === 'File is of invalid content type') return { ...error, message: unknownKind('') };
  if (code === 'CONTENT_TOO_LARGE') return { ...error, message: '文件太大，没有保存：单个文件不超过 50 MB；照片请压缩后重新上传' };
  return error;
}
