/** A paragraph of a part of a Word document: where a reader finds it, and where it stands in the XML. */
export interface WordParagraph {
  readonly place: string;
  readonly from: number;
  to: number;
  /** As written in the XML, entities and all. */
  text: string;
}

/** Finds what an editor calls a spot of a part: 正文第 3 段, 正文第 1 个表格第 2 行第 3 格. */
export interface WordPlaces {
  /** What the editor of the template calls the part. */
  readonly title: string;
  readonly paragraphs: readonly WordParagraph[];
  /** The part's text as docxtemplater counts it: the texts of all runs, one after the other. */
  readonly text: string;
  /** The paragraph of a spot of that text; null past its end. */
  readonly paragraphAt: (offset: number) => WordParagraph | null;
  /** The place of a spot of that text. */
  readonly atText: (offset: number) => string;
  /** The place of a spot of the XML. */
  readonly atXml: (index: number) => string;
}

const TAG = /<(\/?)([\w:]+)(?:\s[^>]*?)?(\/?)>([^<]*)/g;
/** The elements whose content is text to docxtemplater. */
export const TEXTS: ReadonlySet<string> = new Set(['w:t', 'a:t', 'm:t']);

/**
 * The places of a part.
 *
 * @param part what its editor calls it, as `partName` does
 */
export function wordPlaces(xml: string, part: string): WordPlaces {
  const paragraphs: WordParagraph[] = [];
  const open: WordParagraph[] = [];
  const pieces: { readonly from: number; readonly paragraph: WordParagraph }[] = [];
  let text = '';
  let [tables, boxes, paragraph, table, row, cell] = [0, 0, 0, 0, 0, 0];

  const begin = (from: number): void => {
    const host = open.at(-1)?.place;
    const place =
      boxes > 0
        ? `${(host ?? part).replace(/的文本框$/, '')}的文本框`
        : tables > 0
          ? `${part}第 ${table} 个表格第 ${row} 行第 ${cell} 格`
          : `${part}第 ${(paragraph += 1)} 段`;
    const begun = { place, from, to: Number.POSITIVE_INFINITY, text: '' };
    paragraphs.push(begun);
    open.push(begun);
  };
  const enter = (name: string, at: number): void => {
    if (name === 'w:p') begin(at);
    else if (name === 'w:txbxContent') boxes += 1;
    else if (name === 'w:tbl') {
      tables += 1;
      if (tables === 1 && boxes === 0) [table, row] = [table + 1, 0];
    } else if (name === 'w:tr' && tables === 1 && boxes === 0) [row, cell] = [row + 1, 0];
    else if (name === 'w:tc' && tables === 1 && boxes === 0) cell += 1;
  };
  const leave = (name: string, at: number): void => {
    if (name === 'w:p') {
      const ended = open.pop();
      if (ended) ended.to = at;
    } else if (name === 'w:txbxContent') boxes -= 1;
    else if (name === 'w:tbl') tables -= 1;
  };

  for (const { 1: closes, 2: name = '', 3: empty, 4: content = '', index } of xml.matchAll(TAG)) {
    if (closes === '/') {
      leave(name, index);
      continue;
    }
    enter(name, index);
    if (empty === '/') leave(name, index + 1);
    const here = open.at(-1);
    if (empty === '/' || !here || content === '' || !TEXTS.has(name)) continue;
    pieces.push({ from: text.length, paragraph: here });
    here.text += content;
    text += content;
  }

  const paragraphAt = (offset: number): WordParagraph | null =>
    offset >= text.length ? null : (pieces.findLast(({ from }) => from <= offset)?.paragraph ?? null);
  const around = (index: number): WordParagraph | undefined =>
    paragraphs.findLast(({ from, to }) => from <= index && index < to) ?? paragraphs.find(({ from }) => from > index) ?? paragraphs.at(-1);
  return {
    title: part,
    paragraphs,
    text,
    paragraphAt,
    atText: (offset) => paragraphAt(offset)?.place ?? part,
    atXml: (index) => around(index)?.place ?? part,
  };
}
