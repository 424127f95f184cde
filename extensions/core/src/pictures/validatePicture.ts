import type { FieldFault } from '../errors/FieldFault.ts';
import { DRAWN_TYPES } from './drawnTypes.ts';

/** What is stored of a file that somebody links. */
export interface LinkedFile {
  readonly type: string | null;
  /** Bytes; null while an upload has not come to its end. */
  readonly filesize: number | null;
}

/** A photo or a signature is a whole picture: what documents count, they show. */
export function validatePicture(field: string, file: LinkedFile): FieldFault[] {
  const rule = 'photo.picture';
  if (!DRAWN_TYPES.some((type) => type === file.type)) {
    return [{ field, rule, message: '这里只能放照片或签字图片（JPG、PNG、WEBP）；PDF 等其他文件请先截图或拍照，再重新上传' }];
  }
  if (file.filesize === null || file.filesize <= 0) return [{ field, rule, message: '这张照片没有传完，请重新上传' }];
  return [];
}
