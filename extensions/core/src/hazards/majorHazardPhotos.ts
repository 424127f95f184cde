import { chineseMoment } from '../text/chineseMoment.ts';
import { cleanText } from '../text/cleanText.ts';
import { line } from '../text/printText.ts';
import { shorten } from '../text/shorten.ts';
import type { HazardFacts } from './HazardFacts.ts';

/** Names that cameras, phones and the page on the phone (`2026-12-04-6a24c166`) give say nothing to the reader. */
const NAMED_BY_DEVICE =
  /^(\d{4}-\d\d-\d\d-[\da-f]{8}|img|dscn?|image|photo|pic|picture|screenshot|mmexport|wx_camera|微信图片|照片|图片|截图)?[\s_\-()（）\d]*$/i;

/** A photo in a document: the file's id, and what stands below it. */
export interface ShownPhoto {
  readonly image: string;
  readonly caption: string;
}

/** The photos as the report's template takes them, numbered in the order taken: the file's id, and a caption that says what, where and when. */
export function majorHazardPhotos({ photos, hazard, office }: HazardFacts): ShownPhoto[] {
  return photos.map(({ file, filename, taken_at }, index) => {
    const name = cleanText(filename)
      .replace(/\.\w{1,5}$/, '')
      .replace(/\s+/g, ' ')
      .trim();
    const what = shorten(NAMED_BY_DEVICE.test(name) ? line(hazard.title) : name, 30);
    const where = [shorten(line(hazard.place), 30), chineseMoment(taken_at, office.timezone)].filter((part) => part !== '').join('　');
    return { image: file, caption: [`图${index + 1}　${what}`, where].filter((part) => part !== '').join('\n') };
  });
}
