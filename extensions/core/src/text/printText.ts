import { cleanText } from './cleanText.ts';

/** A text as one line of a form; blank for null. */
export function line(text: string | null | undefined): string {
  return cleanText(text ?? '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Several paragraphs of running text in one tag: a clerk's two characters' indent at the start of each but the first. */
export function paragraphs(text: string | null | undefined): string {
  return cleanText(text ?? '')
    .split('\n')
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .join('\n　　');
}

/** An amount of 万元 from an exact decimal: two decimals, more where there are more, none for nothing. `1.5000` → `1.50`. */
export function amountWan(amount: string | number | null | undefined): string {
  const text = String(amount ?? '').trim();
  if (!/^\d+(\.\d+)?$/.test(text)) return text;
  const [whole = '0', decimals = ''] = text.split('.');
  const kept = decimals.replace(/0+$/, '');
  return kept === '' && Number(whole) === 0 ? '0' : `${whole}.${kept.padEnd(2, '0')}`;
}

/** `2026-11` → `2026年11月`; what is no month comes back as it is. */
export function chineseMonth(month: string): string {
  return month.replace(/^(\d{4})-(\d{2}).*$/s, (_, year: string, number: string) => `${year}年${Number(number)}月`);
}

/** `2026-Q4` → `2026年第四季度`; what is no quarter comes back as it is. */
export function chineseQuarter(quarter: string): string {
  return quarter.replace(/^(\d{4})-?Q([1-4])$/, (_, year: string, number: string) => `${year}年第${'一二三四'.charAt(Number(number) - 1)}季度`);
}
