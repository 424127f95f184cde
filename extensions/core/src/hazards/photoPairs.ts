import type { ShownPhoto } from './majorHazardPhotos.ts';

/** Photos two by two, for a table with two columns; the second of the last pair may be blank. */
export function photoPairs(photos: readonly ShownPhoto[]): { left: string; left_caption: string; right: string; right_caption: string }[] {
  return photos.flatMap((left, index) => {
    if (index % 2 === 1) return [];
    const right = photos[index + 1];
    return [{ left: left.image, left_caption: left.caption, right: right?.image ?? '', right_caption: right?.caption ?? '' }];
  });
}
