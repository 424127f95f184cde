const LETTER = /\p{L}/gu;
const FILLER = /[\s\p{P}\p{S}\p{Cf}]/gu;
const LEAST = 2;

/** What people write who name nobody. The same list stands in `zhudian_is_name`. */
export const NOBODY =
  '无人|没有|暂无|暂缺|未定|待定|待确定|暂定|不详|不明|未知|不知道|不清楚|同上|本人|某|某某|某某某|某人|测试|x+|na|none|null|unknown|tbd|test';
const NAMES_NOBODY = new RegExp(`^(?:${NOBODY})$`, 'u');

/** Whether a text names a person, or a post that one holds: dots, figures, blanks and “无” name nobody. */
export function isName(text: string): boolean {
  if ((text.match(LETTER) ?? []).length < LEAST) return false;
  return !NAMES_NOBODY.test(text.normalize('NFKC').replace(FILLER, '').toLowerCase());
}
