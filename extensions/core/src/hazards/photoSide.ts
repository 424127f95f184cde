/** What a mail has room for beside its text: photos that hold nothing but noise are as large as these together, and no larger. */
export const MOST_PHOTOS = 90;

/**
 * How many pixels the longer side of a photo has in a report of so many: the more there are, the smaller they are printed, so that the mail stays
 * under what relays take (20 MiB). 640 pixels are 220 to the inch where four stand on a page.
 */
export function photoSide(count: number): number {
  if (count <= 12) return 1280;
  return count <= 30 ? 800 : 640;
}
