import { cleanText } from '../text/cleanText.ts';
import { shorten } from '../text/shorten.ts';
import type { PhotoFacts } from './HazardFacts.ts';

/** Names that cameras, phones and the page on the phone (`2026-12-04-6a24c166`) give say nothing to the reader. */
const NAMED_BY_DEVICE =
  /^(\d{4}-\d\d-\d\d-[\da-f]{8}|img|dscn?|image|photo|pic|picture|screenshot|mmexport|wx_camera|微信图片|照片|图片|截图)?[\s_\-()（）\d]*$/i;

/** The photos as the report's template takes them: the file's id, and a caption numbered in the order taken. */
export function majorHazardPhotos(photos: readonly PhotoFacts[]): { image: string; caption: string }[] {
  return photos.map(({ file, filename }, index) => {
    const name = cleanText(filename)
      .replace(/\.\w{1,5}$/, '')
      .replace(/\s+/g, ' ')
      .trim();
    const about = NAMED_BY_DEVICE.test(name) ? '现场照片' : shorten(name, 30);
    return { image: file, caption: `图${index + 1}　${about}` };
  });
}
