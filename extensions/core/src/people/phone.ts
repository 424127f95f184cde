/** Mobile; landline with or without area code and extension; service numbers. */
const MOBILE = /^1[3-9]\d{9}$/;
/** With an area code anything of the right length goes: test numbers begin with zeros. */
const LANDLINE = /^(0\d{2,3}-?\d{7,8}|[2-9]\d{6,7})(-\d{1,6})?$/;
const SERVICE = /^(400|800)-?\d{3}-?\d{4}$/;

/** A phone number as it is kept: half-width digits, hyphens only between area code, number and extension. */
export function normalisePhone(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[()]/g, '-')
    .replace(/转|ext\.?/gi, '-')
    .replace(/\p{Pd}/gu, '-')
    .replace(/\s/g, '')
    .replace(/-+/g, '-')
    .replace(/^-|-$/g, '')
    .replace(/^\+?86-?(?=1[3-9]\d-?\d{4}-?\d{4}$)/, '')
    .replace(/^(1[3-9]\d)-?(\d{4})-?(\d{4})$/, '$1$2$3');
}

/** What is wrong with a normalised number, and what to do; null when nothing is. */
export function phoneFault(phone: string): string | null {
  if ([MOBILE, LANDLINE, SERVICE].some((shape) => shape.test(phone))) return null;
  return `电话“${phone.slice(0, 30)}”不是有效号码：请填 11 位手机号，或带区号的座机如 0537-1234567（分机写在“-”后）；多个号码请只留一个`;
}
