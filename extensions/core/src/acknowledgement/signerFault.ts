import { nameFault } from '../text/nameFault.ts';
import { plainTextFault } from '../text/plainTextFault.ts';

const MOST = 40;

/**
 * What keeps a text from being the name of who confirms a major hazard; null when nothing does.
 *
 * @param name without blanks around it
 */
export function signerFault(name: string): string | null {
  return nameFault(name, '签收人姓名') ?? plainTextFault(name, '签收人姓名', MOST);
}
