import { DateTime } from 'luxon';

const BEIJING = 'Asia/Shanghai';

/**
 * An instant as it reads on the office's clock: `2026-11-23T02:05:00Z` → `2026年11月23日 10:05`; with `day`, the day
 * alone. An unknown time zone is taken as Beijing time. Blank for null and for what is no ISO instant.
 */
export function chineseMoment(instant: string | null | undefined, timezone: string, precision: 'minute' | 'day' = 'minute'): string {
  if (instant === null || instant === undefined) return '';
  const options = { locale: 'zh-CN', numberingSystem: 'latn' } as const;
  const there = DateTime.fromISO(instant, { ...options, zone: timezone });
  const moment = there.isValid ? there : DateTime.fromISO(instant, { ...options, zone: BEIJING });
  if (!moment.isValid) return '';
  return moment.toFormat(precision === 'day' ? 'yyyy年M月d日' : 'yyyy年M月d日 HH:mm');
}
