import type { WordPlaces } from './wordPlaces.ts';

/** Where the tags of those loops stand in a part's text that begin and end in different cells, tables or texts. */
export function crossingLoops(places: WordPlaces): number[] {
  const open: { readonly name: string; readonly at: number }[] = [];
  const found: number[] = [];
  const around = (at: number): string => places.atText(at).replace(/第 \d+ 段/, '');
  for (const { 1: kind, 2: name = '', index } of places.text.matchAll(/\{([#^/])\s*(\w+)\s*\}/g)) {
    if (kind !== '/') {
      open.push({ name, at: index });
      continue;
    }
    const begun = open.pop();
    if (begun && around(begun.at) !== around(index)) found.push(begun.at, index);
  }
  return found;
}
