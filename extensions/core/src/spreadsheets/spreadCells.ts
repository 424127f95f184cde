/** The tags with which a few letters make a cell of every address in an area, and the attribute that names it. */
const SPREAD: readonly (readonly [tag: string, attribute: string])[] = [
  ['mergeCell', 'ref'],
  ['dataValidation', 'sqref'],
];
const ATTRIBUTE = /\s+([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;
const AREA = /^\$?([A-Z]{1,3})\$?(\d{1,7})(?::\$?([A-Z]{1,3})\$?(\d{1,7}))?$/i;
const NAMED = /<definedName(?![\w:.-])[^>]*>([^<]*)(<\/definedName\s*>)?/g;
const BETWEEN = /[\w$]*:[\w$]*/g;
/** Whole columns and rows, which exceljs reads as titles to repeat and makes no cells of. */
const WHOLE = /^(?:\$?[A-Z]{1,3}:\$?[A-Z]{1,3}|\$?\d{1,7}:\$?\d{1,7})$/i;

/**
 * How many cells exceljs makes of the areas that a workbook names: merges, validations and names. Infinite where one is written in a way
 * no office suite writes.
 *
 * @param entries the parts of the workbook, as `readZip` gives them
 */
export function spreadCells(entries: ReadonlyMap<string, Uint8Array>): number {
  const decoder = new TextDecoder();
  let cells = 0;
  for (const [name, content] of entries) {
    if (!name.includes('.xml')) continue;
    const xml = decoder.decode(content);
    for (const [tag, attribute] of SPREAD) cells += inTags(xml, tag, attribute);
    cells += inNames(xml);
  }
  return cells;
}

function inTags(xml: string, tag: string, attribute: string): number {
  const begun = xml.match(new RegExp(`<${tag}(?![\\w:.-])`, 'g'))?.length ?? 0;
  let [read, cells] = [0, 0];
  for (const [, attributes = ''] of xml.matchAll(new RegExp(`<${tag}((?:${ATTRIBUTE.source})*)\\s*/?>`, 'g'))) {
    read += 1;
    for (const [, name, double, single] of attributes.matchAll(ATTRIBUTE)) {
      if (name === attribute) for (const area of (double ?? single ?? '').split(/\s+/).filter(Boolean)) cells += sizeOf(area);
    }
  }
  // One that is hidden within another, or in a comment.
  return read === begun ? cells : Infinity;
}

function inNames(xml: string): number {
  const begun = xml.match(/<definedName(?![\w:.-])/g)?.length ?? 0;
  let [read, cells] = [0, 0];
  for (const [, text = '', closed] of xml.matchAll(NAMED)) {
    if (closed !== undefined && !text.includes('&#')) read += 1;
    // No sheet has a colon in its name.
    for (const [area] of text.matchAll(BETWEEN)) if (!WHOLE.test(area)) cells += sizeOf(area);
  }
  return read === begun ? cells : Infinity;
}

function sizeOf(area: string): number {
  const [, left, top, right = left, bottom = top] = AREA.exec(area) ?? [];
  if (left === undefined || right === undefined) return Infinity;
  return (Math.abs(column(right) - column(left)) + 1) * (Math.abs(Number(bottom) - Number(top)) + 1);
}

function column(letters: string): number {
  return [...letters.toUpperCase()].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0);
}
