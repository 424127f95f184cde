import type { FontRole } from './fonts.ts';
import { runFonts } from './fonts.ts';
import { twips } from './units.ts';

const text = (value: string, properties = ''): string =>
  `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${value}</w:t></w:r>`;

/** A paragraph in a style. Parts of it may be set in another font: `[['（一）', 'second'], '{measures}']`. */
export function paragraph(style: string, ...parts: readonly (string | readonly [string, FontRole])[]): string {
  const runs = parts.map((part) => (typeof part === 'string' ? text(part) : text(part[0], runFonts(part[1]))));
  return `<w:p><w:pPr><w:pStyle w:val="${style}"/></w:pPr>${runs.join('')}</w:p>`;
}

export interface Cell {
  readonly style: string;
  readonly text: string;
  readonly span?: number;
}

export interface TableOptions {
  /** The first row is repeated on every page. */
  readonly header?: boolean;
  /** Stays on one page with the paragraph after it, as long as a page holds them. */
  readonly keepNext?: boolean;
}

/** A bordered table as wide as the type area. `columns` are millimetres. */
export function table(columns: readonly number[], rows: readonly (readonly Cell[])[], options: TableOptions = {}): string {
  const widths = columns.map(twips.fromMm);
  const border = (side: string): string => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>`;
  const content = (style: string, value: string): string =>
    options.keepNext === true ? paragraph(style, value).replace('</w:pPr>', '<w:keepNext/></w:pPr>') : paragraph(style, value);
  const cells = (row: readonly Cell[]): string => {
    let column = 0;
    return row
      .map(({ style, text: value, span = 1 }) => {
        const width = widths.slice(column, column + span).reduce((sum, part) => sum + part, 0);
        column += span;
        const spanned = span > 1 ? `<w:gridSpan w:val="${span}"/>` : '';
        return `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/>${spanned}<w:vAlign w:val="center"/></w:tcPr>${content(style, value)}</w:tc>`;
      })
      .join('');
  };
  const lines = rows.map((row, index) => {
    const repeated = options.header === true && index === 0 ? '<w:tblHeader/>' : '';
    return `<w:tr><w:trPr><w:cantSplit/><w:trHeight w:val="${twips.fromMm(9)}" w:hRule="atLeast"/>${repeated}</w:trPr>${cells(row)}</w:tr>`;
  });
  return (
    `<w:tbl><w:tblPr><w:tblW w:w="${widths.reduce((sum, part) => sum + part, 0)}" w:type="dxa"/><w:jc w:val="center"/>` +
    `<w:tblBorders>${['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map(border).join('')}</w:tblBorders><w:tblLayout w:type="fixed"/></w:tblPr>` +
    `<w:tblGrid>${widths.map((width) => `<w:gridCol w:w="${width}"/>`).join('')}</w:tblGrid>${lines.join('')}</w:tbl>`
  );
}
