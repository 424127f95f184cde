import type { FieldFault } from '../errors/FieldFault.ts';

/** What a file is used for already that keeps it from being this photo (`zhudian_photo_misused`). */
export type Misuse = 'signature' | 'attachment' | 'once';

const WORDS: Readonly<Record<Misuse, string>> = {
  signature: '这张图片是签字，不能作为照片；请上传现场拍摄的照片',
  attachment: '这个文件是文书、模板或评估的附件，不能作为照片；请上传现场拍摄的照片',
  once: '这张照片已用于其他驻点记录或隐患，或就是整改前的照片，不能再作为这里的证据；请上传这一次在现场拍摄的照片',
};

/** A file has one purpose: a photo shows this place on this occasion. */
export function purposeFault(field: string, misuse: Misuse | null): FieldFault[] {
  return misuse === null ? [] : [{ field, rule: `photo.${misuse}`, message: WORDS[misuse] }];
}
