import type { HazardFacts } from './HazardFacts.ts';

/** What a mail says of a hazard's photos: how many the report shows, and how many could not be opened. Empty without photos. */
export function photosShown({ photos: { length }, photos_unreadable = 0 }: HazardFacts): string {
  const unreadable = photos_unreadable === 0 ? '' : `${photos_unreadable}张无法打开，请在系统中查看`;
  const shown = length === 0 ? '' : `${length}张，见附件`;
  return [shown, length > 0 && unreadable ? `另有${unreadable}` : unreadable].filter((part) => part !== '').join('；');
}
