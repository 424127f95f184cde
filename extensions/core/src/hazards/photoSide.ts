/** So many photos a mail has room for, whatever is on them. */
export const MOST_PHOTOS = 72;

/**
 * How many pixels the longer side of a photo has in a report of so many: the more there are, the smaller they are printed, so that the mail stays
 * under what relays take (20 MiB). 640 pixels are 220 to the inch where four stand on a page.
 */
export function photoSide(count: number): number {
  if (count <= 12) return 1280;
  return count <= 30 ? 800 : 640;
}
