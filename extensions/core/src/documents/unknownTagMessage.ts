import type { KnownTags } from './KnownTags.ts';

/** What is told of a tag that its kind of document does not offer where it stands, without its place. `written` is what stands between the braces. */
export function unknownTagMessage(name: string, written: string, known: KnownTags): string {
  const right = known.meant(written);
  const list = known.listOf(name);
  if (list !== null) return `标签“{${written}}”要写在“{#${list}}”和“{/${list}}”之间，写在外面没有内容。请移到循环里，或删去它。`;
  if (right !== null && right.toLowerCase() === written.toLowerCase()) return `标签“{${written}}”的大小写不对，不会被替换。请改为“{${right}}”。`;
  return `标签“{${written}}”不是这种文书提供的。${right === null ? '请改为可用的标签，或删去它。' : `请改为“{${right}}”，或删去它。`}`;
}
