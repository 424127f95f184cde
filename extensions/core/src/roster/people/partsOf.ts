const MARKS = /[、,;/\\|\n&+]/;

/** A list in a cell as its parts, blank ones too; marks within brackets part nothing. */
export function partsOf(text: string): string[] {
  const parts: string[] = [];
  let [part, depth] = ['', 0];
  for (const character of text) {
    if (character === '(') depth += 1;
    if (character === ')') depth = Math.max(0, depth - 1);
    if (depth === 0 && MARKS.test(character)) {
      parts.push(part);
      part = '';
    } else part += character;
  }
  return [...parts, part].map((one) => one.trim());
}
