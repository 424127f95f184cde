import { decodeEntities } from './decodeEntities.ts';

/** Characters to a line of 3号 in the type area, less the two that stay free at its right end. */
const LINE = 26;
const FREE = 2;
/** What the styles are called in which templates set who signs, and the date below; another program that saves a template gives them other ids. */
const NAMES = { sender: '署名', date: 'date' } as const;

/**
 * Sets who signs and the date below as GB/T 9704-2012 wants them (7.3.5.2): the office two characters from the right, the date two characters to
 * the right of where the office begins; a date longer than the office stands two characters from the right, and the office moves to the left.
 *
 * @param xml the body of a document, filled in
 * @param styles the styles of the document
 */
export function placeSignature(xml: string, styles: string): string {
  const [senders, dates] = [styleIds(styles, NAMES.sender), styleIds(styles, NAMES.date)];
  if (senders.length === 0 || dates.length === 0) return xml;
  const paragraph = (ids: readonly string[]): string =>
    `(<w:p\\b[^>]*>)<w:pPr>((?:(?!</w:pPr>).)*<w:pStyle w:val="(?:${ids.join('|')})"/>)((?:(?!</w:pPr>).)*)</w:pPr>((?:(?!</w:p>).)*)</w:p>`;
  return xml.replace(new RegExp(`${paragraph(senders)}\\s*${paragraph(dates)}`, 'gs'), (_, ...found: string[]) => {
    const [first = '', sender = '', around = '', office = '', second = '', date = '', more = '', day = ''] = found;
    const right = indents(widthOf(office), widthOf(day));
    return (
      `${first}<w:pPr>${sender}${withRight(around, right.office)}</w:pPr>${office}</w:p>` +
      `${second}<w:pPr>${date}${withRight(more, right.date)}</w:pPr>${day}</w:p>`
    );
  });
}

/** The ids of the styles with a name. */
function styleIds(styles: string, name: string): string[] {
  const named = new RegExp(`<w:name w:val="${name}"`, 'i');
  return [...styles.matchAll(/<w:style\b[^>]*\bw:styleId="([\w.-]+)"[^>]*>(?:(?!<\/w:style>).)*<\/w:style>/gs)]
    .filter(([style]) => named.test(style))
    .map(([, id = '']) => id);
}

/** What is free at the right of both, in characters. */
function indents(office: number, date: number): { readonly office: number; readonly date: number } {
  if (date === 0) return { office: FREE, date: FREE };
  const line = Math.min(office, LINE);
  return date > line ? { office: date + 2 * FREE - line, date: FREE } : { office: FREE, date: line - date };
}

/** In characters of 3号 仿宋: what is not Chinese takes half of one. */
function widthOf(runs: string): number {
  const text = decodeEntities([...runs.matchAll(/<w:t\b[^>]*>([^<]*)/g)].map(([, part]) => part).join('')).trim();
  return [...text].reduce((sum, character) => sum + (/[\u0020-\u02ff]/.test(character) ? 0.5 : 1), 0);
}

/** In the schema's order `w:ind` comes before `w:jc`. */
function withRight(properties: string, characters: number): string {
  const indent = `<w:ind w:rightChars="${Math.round(characters * 100)}" w:right="${Math.round(characters * 320)}"/>`;
  const plain = properties.replace(/<w:ind\b[^>]*\/>/, '');
  const later =
    /<w:(?:contextualSpacing|mirrorIndents|suppressOverlap|jc|textDirection|textAlignment|textboxTightWrap|outlineLvl|divId|cnfStyle|rPr|sectPr)\b/.exec(
      plain,
    );
  return later ? plain.slice(0, later.index) + indent + plain.slice(later.index) : plain + indent;
}
