import { plainTextFault } from '../text/plainTextFault.ts';

const LETTER = /\p{L}/gu;
const LEAST = 2;
const MOST = 40;

/**
 * What keeps a text from being the name of who confirms a major hazard; null when nothing does. Dots, figures and blanks name nobody.
 *
 * @param name without blanks around it
 */
export function signerFault(name: string): string | null {
  if ((name.match(LETTER) ?? []).length < LEAST) return '请填写签收人姓名（至少 2 个汉字或字母）';
  return plainTextFault(name, '签收人姓名', MOST);
}
