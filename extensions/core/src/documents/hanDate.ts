const DIGITS = '〇一二三四五六七八九';
const DATE = /(\d{4})年(\d{1,2})月(?:(\d{1,2})日)?/g;

/** 1 to 99 as a date reads it: 二十三, 十, 三十. */
function hanNumber(number: number): string {
  const [tens, ones] = [Math.floor(number / 10), number % 10];
  const ten = tens === 0 ? '' : `${tens === 1 ? '' : DIGITS.charAt(tens)}十`;
  return `${ten}${ones === 0 && ten !== '' ? '' : DIGITS.charAt(ones)}`;
}

/**
 * A printed date or month in Chinese figures: 2026年11月23日 → 二〇二六年十一月二十三日. What else stands in the text stays.
 * Source: GB/T 15835-2011, 5.2.1 and 5.2.2 (〇 for the nought of a year).
 */
export function hanDate(text: string): string {
  return text.replace(DATE, (_, year: string, month: string, day?: string) => {
    const years = [...year].map((digit) => DIGITS.charAt(Number(digit))).join('');
    return `${years}年${hanNumber(Number(month))}月${day === undefined ? '' : `${hanNumber(Number(day))}日`}`;
  });
}
