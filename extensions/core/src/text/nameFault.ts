import { isName } from './isName.ts';

/**
 * What keeps a text from being the name of a person that somebody types; null when nothing does.
 *
 * @param label the field's Chinese name, for the message
 */
export function nameFault(name: string, label: string): string | null {
  return isName(name) ? null : `请填写${label}（至少 2 个汉字或字母；不能只写“无”“待定”等，也不能只有标点或数字）`;
}
