import { decodeEntities } from './decodeEntities.ts';
import { fieldsOf, type WordField } from './fieldsOf.ts';
import type { KnownTags } from './KnownTags.ts';
import { partName } from './partName.ts';
import type { TemplateFault } from './TemplateFault.ts';
import type { TemplatePart } from './templateParts.ts';

const TAG = /\{[#^/%]?\s*([A-Za-z_]\w*)[^{}]*\}/;
/** Parts with text that docxtemplater leaves alone. */
const UNFILLED = /^word\/(endnotes|charts\/[\w-]+|diagrams\/data\d*)\.xml$/;
/** Fields whose result nobody calculates again: a tag may stand in it. ECMA-376 part 1, 17.16.5. */
const KEPT = /^(HYPERLINK|FORMTEXT|MACROBUTTON)\b/i;
const MERGE = /^(MERGEFIELD|MERGEREC|MERGESEQ|NEXT|NEXTIF|ADDRESSBLOCK|GREETINGLINE|DATABASE)\b/i;
/** Fields that show another date, another person or another file whenever somebody opens the document. */
const CHANGING =
  /^(DATE|TIME|SAVEDATE|PRINTDATE|CREATEDATE|EDITTIME|USERNAME|USERINITIALS|USERADDRESS|AUTHOR|LASTSAVEDBY|FILENAME|FILESIZE|TEMPLATE)\b/i;

type Tell = (id: string, part: string, place: string, message: string, tag?: string) => void;

/** Tags where nothing is filled in, and fields that would change a finished document; each with its place. */
export function unfilledFaults(entries: ReadonlyMap<string, Uint8Array>, parts: readonly TemplatePart[], known: KnownTags): TemplateFault[] {
  const faults: TemplateFault[] = [];
  const tell: Tell = (id, part, place, message, tag) => void faults.push({ id, tag: tag ?? null, part, message: `${place}：${message}` });
  for (const part of parts) {
    for (const field of fieldsOf(part.xml)) tellField(field, part, known, tell);
    tellLinks(part, new TextDecoder().decode(entries.get(part.name.replace(/^word\/(.*)$/, 'word/_rels/$1.rels'))), tell);
  }
  for (const [name, bytes] of entries) {
    if (!UNFILLED.test(name)) continue;
    const texts = [...new TextDecoder().decode(bytes).matchAll(/<(?:a|w|c):(?:t|v)\b[^>]*>([^<]*)/g)].map(([, text = '']) => decodeEntities(text));
    for (const [tag, inner = ''] of texts.flatMap((text) => [...text.matchAll(new RegExp(TAG, 'g'))]))
      tell('tag_not_filled', name, partName(name), `标签“${tag}”在这里不会被替换。请移到正文、页眉或页脚，或删去它。`, inner);
  }
  return faults;
}

function tellField({ code, at, from, to }: WordField, { name, places }: TemplatePart, known: KnownTags, tell: Tell): void {
  const place = places.atXml(at);
  const [, inner] = TAG.exec(code) ?? [];
  if (MERGE.test(code)) {
    const right = known.surely(code.replace(/^\w+\s+"?([^"\\]*?)"?(?:\s+\\.*)?$/, '$1'));
    const example = right === null ? '写成标签' : `写成标签“{${right}}”`;
    tell('merge_field', name, place, `“${short(code)}”是邮件合并的域，不会填入数据。请删去这个域，${example}。`);
  } else if (CHANGING.test(code)) {
    tell('changing_field', name, place, `域“${short(code)}”的内容每次打开都会变，正式文书不能用。请删去，改为标签或固定的文字。`);
  } else if (inner !== undefined) {
    tell('tag_not_filled', name, place, `域代码“${short(code)}”里的标签不会被替换。请把标签写在正文里，删去这个域。`, inner);
  } else if (!KEPT.test(code)) {
    const result = decodeEntities(places.text.slice(from, to));
    const [tag, within] = TAG.exec(result) ?? [];
    if (tag !== undefined && within !== undefined)
      tell('tag_not_filled', name, place, `标签“${tag}”写在域“${short(code)}”的结果里，更新域时会消失。请把标签移到域的外面，删去这个域。`, within);
  }
}

function tellLinks({ name, xml, places }: TemplatePart, relationships: string, tell: Tell): void {
  for (const [element] of relationships.matchAll(/<Relationship\b[^>]*>/g)) {
    if (!/Type="[^"]*\/hyperlink"/.test(element)) continue;
    const target = address(/Target="([^"]*)"/.exec(element)?.[1] ?? '');
    const [, inner] = TAG.exec(target) ?? [];
    if (inner === undefined) continue;
    const used = xml.indexOf(`r:id="${/\sId="([^"]*)"/.exec(element)?.[1] ?? ''}"`);
    const place = used < 0 ? places.title : places.atXml(used);
    tell('tag_not_filled', name, place, `链接地址“${short(target)}”里的标签不会被替换。请改为固定的地址，或取消链接。`, inner);
  }
}

function address(target: string): string {
  try {
    return decodeURIComponent(decodeEntities(target));
  } catch {
    return decodeEntities(target);
  }
}

const short = (text: string): string => (text.length > 60 ? `${text.slice(0, 60)}…` : text);
