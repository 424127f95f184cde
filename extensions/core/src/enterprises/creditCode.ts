/** The characters of a unified social credit code: no I, O, S, V, Z. Source: GB 32100-2015, table 1. */
const CHARACTERS = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const SHAPE = /^[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/;

/**
 * The check character of a code's first seventeen.
 * Source: GB 32100-2015, section 4.6: weights 3^(i−1) mod 31, 31 minus the remainder.
 */
export function creditCheckCharacter(seventeen: string): string {
  let sum = 0;
  let weight = 1;
  for (const character of seventeen) {
    sum += CHARACTERS.indexOf(character) * weight;
    weight = (weight * 3) % 31;
  }
  return CHARACTERS.charAt((31 - (sum % 31)) % 31);
}

/** A code as it is kept: half-width, upper case, without blanks and hyphens. */
export function normaliseCreditCode(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\s\p{Pd}_]/gu, '')
    .toUpperCase();
}

/** What is wrong with a normalised code, and what to do; null when nothing is. */
export function creditCodeFault(code: string): string | null {
  if (code.length !== 18) return `统一社会信用代码应为 18 位，“${code.slice(0, 30)}”有 ${code.length} 位；请对照营业执照填写`;
  if (!SHAPE.test(code)) {
    return `统一社会信用代码“${code}”含有不允许的字符：第 3—8 位是数字，其余只用数字和大写字母（不用 I、O、S、V、Z）；请对照营业执照核对`;
  }
  const expected = creditCheckCharacter(code.slice(0, 17));
  // The expected character is not told: whoever copies it would only hide the mistyped one.
  return code.endsWith(expected) ? null : `统一社会信用代码“${code}”的校验位不符，其中有字符填错；请对照营业执照逐位核对`;
}
