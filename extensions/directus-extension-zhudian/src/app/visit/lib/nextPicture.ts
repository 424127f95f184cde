import type { VisitDraft } from './VisitDraft.ts';

/** A picture that the server does not have. */
export interface Picture {
  readonly file: string;
  /** What is said when its bytes are no longer on the phone. */
  readonly lost: string;
  readonly about: VisitDraft['photos'][number] | null;
  readonly uploaded: () => void;
}

/** The first photo or signature that is still to be uploaded; null when there is none. */
export function nextPicture(draft: VisitDraft): Picture | null {
  const photo = draft.photos.find(({ uploaded }) => !uploaded);
  if (photo) return { file: photo.file, lost: '一张照片已不在本机，请重新拍摄', about: photo, uploaded: () => (photo.uploaded = true) };
  const person = draft.people.find(({ signature, signatureUploaded }) => signature && !signatureUploaded);
  const file = person?.signature;
  if (!person || !file) return null;
  const uploaded = (): void => {
    if (person.signature === file) person.signatureUploaded = true;
  };
  return { file, lost: `${person.name}的签字已不在本机，请重新签字`, about: null, uploaded };
}
