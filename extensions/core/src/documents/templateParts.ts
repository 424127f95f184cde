import { partName } from './partName.ts';
import { wordPlaces, type WordPlaces } from './wordPlaces.ts';

/** A part of a Word template that has text, with its places. */
export interface TemplatePart {
  readonly name: string;
  readonly xml: string;
  readonly places: WordPlaces;
}

const TEXT_PART = /^word\/(document|header\d*|footer\d*|footnotes|endnotes)\.xml$/;
const KINDS: Readonly<Record<string, string>> = { first: '首页', even: '偶数页', default: '' };

/** The parts with text of a Word template, in a reader's order: the body first, then heads and feet. */
export function templateParts(entries: ReadonlyMap<string, Uint8Array>): TemplatePart[] {
  const names = [...entries.keys()].filter((name) => TEXT_PART.test(name)).sort(bodyFirst);
  const read = (name: string): string => new TextDecoder().decode(entries.get(name));
  const titles = partTitles(names, read('word/document.xml'), read('word/_rels/document.xml.rels'));
  return names.map((name) => {
    const xml = read(name);
    return { name, xml, places: wordPlaces(xml, titles.get(name) ?? partName(name)) };
  });
}

const bodyFirst = (one: string, other: string): number =>
  Number(other === 'word/document.xml') - Number(one === 'word/document.xml') || one.localeCompare(other);

/** What heads and feet are called where there is more than one of them: 首页页眉, 页眉2. */
function partTitles(names: readonly string[], body: string, relationships: string): ReadonlyMap<string, string> {
  const targets = new Map([...relationships.matchAll(/<Relationship\b[^>]*>/g)].map(([one]) => [value(one, 'Id'), `word/${value(one, 'Target')}`]));
  const kinds = new Map(
    [...body.matchAll(/<w:(?:header|footer)Reference\b[^>]*>/g)].map(([one]) => [targets.get(value(one, 'r:id')) ?? '', value(one, 'w:type')]),
  );
  const titles = new Map<string, string>();
  for (const name of names) {
    const plain = `${KINDS[kinds.get(name) ?? ''] ?? ''}${partName(name)}`;
    const alike = [...titles.values()].filter((title) => title.replace(/\d+$/, '') === plain).length;
    titles.set(name, alike === 0 ? plain : `${plain}${alike + 1}`);
  }
  return titles;
}

const value = (element: string, name: string): string => new RegExp(`\\s${name}\\s*=\\s*["']([^"']*)["']`).exec(element)?.[1] ?? '';
