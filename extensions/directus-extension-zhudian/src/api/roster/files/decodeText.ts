/**
 * A text in UTF-8, in UTF-16 with its mark or without (Excel's “Unicode text”), else in what Excel writes on Chinese machines; null for what
 * is no text.
 */
export function decodeText(bytes: Buffer): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  if (bytes.includes(0)) return withoutMark(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}

/** UTF-16 whose mark was lost: its line breaks, tabs and digits have a nought on one side, few of its characters on the other. */
function withoutMark(bytes: Buffer): string | null {
  if (bytes.length % 2 !== 0) return null;
  let [even, odd, both] = [0, 0, 0];
  for (let at = 0; at < Math.min(bytes.length, 4000); at += 2) {
    if (bytes[at] === 0 && bytes[at + 1] === 0) both += 1;
    else if (bytes[at] === 0) even += 1;
    else if (bytes[at + 1] === 0) odd += 1;
  }
  if (both > 0 || Math.max(even, odd) < 4 * Math.min(even, odd)) return null;
  try {
    return new TextDecoder(odd > even ? 'utf-16le' : 'utf-16be', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
