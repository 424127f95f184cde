import type { HazardFacts } from './HazardFacts.ts';

/** What a mail says of a hazard's photos: how many the report shows, and how many could not be opened. Empty without photos. */
export function photosShown({ photos: { length }, photos_unreadable = 0, photos_left_out = 0 }: HazardFacts): string {
  const unreadable = photos_unreadable === 0 ? '' : `${photos_unreadable}张无法打开，请在系统中查看`;
  const shown = length === 0 ? '' : `${length}张，见附件`;
  const more = photos_left_out === 0 ? '' : `其余${photos_left_out}张未附，请在系统中查看`;
  return [shown, more, length > 0 && unreadable ? `另有${unreadable}` : unreadable].filter((part) => part !== '').join('；');
}
