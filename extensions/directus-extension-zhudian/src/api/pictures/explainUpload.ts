import type { ToldError } from '../errors/explainAnswer.ts';
import { unknownKind } from './takePicture.ts';

/** Directus refuses some uploads by itself, in English, to people who read Chinese. */
export function explainUpload(error: ToldError): ToldError {
  const { code, reason, service } = error.extensions ?? {};
  if (code === 'INVALID_PAYLOAD' && reason === 'File is of invalid content type') return { ...error, message: unknownKind('') };
  if (code === 'CONTENT_TOO_LARGE') return { ...error, message: '文件太大，没有保存：单个文件不超过 50 MB；照片请压缩后重新上传' };
  if (code === 'SERVICE_UNAVAILABLE' && service === 'files')
    return { ...error, message: '文件没有保存：服务器写不进文件，磁盘可能已满；请通知系统管理员处理后重新上传' };
  return error;
}
