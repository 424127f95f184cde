/**
 * At most `limit` UTF-16 units, the last an ellipsis when something was cut; never splits a character or a composed
 * emoji. Counted in units, since a pile of combining marks is one character to the eye and thousands to a mail server.
 */
export function shorten(text: string, limit: number): string {
  if (text.length <= limit) return text;
  let end = 0;
  for (const { index, segment } of new Intl.Segmenter('zh', { granularity: 'grapheme' }).segment(text.slice(0, limit + 64))) {
    if (index + segment.length > limit - 1) break;
    end = index + segment.length;
  }
  return `${text.slice(0, end).trimEnd()}…`;
}
