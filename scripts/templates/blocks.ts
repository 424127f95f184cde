import type { FontRole } from './fonts.ts';
import { runFonts } from './fonts.ts';
import { twips } from './units.ts';

const BREAK = '</w:t><w:br/><w:t xml:space="preserve">';
const TAB = '</w:t><w:tab/><w:t xml:space="preserve">';
const text = (value: string, properties = ''): string =>
  `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${value.replaceAll('\n', BREAK).replaceAll('\t', TAB)}</w:t></w:r>`;

/** A paragraph in a style. A line break or a tab in a text is one. Parts of it may be set in another font: `[['（一）', 'second'], '{measures}']`. */
export function paragraph(style: string, ...parts: readonly (string | readonly [string, FontRole])[]): string {
  const runs = parts.map((part) => (typeof part === 'string' ? text(part) : text(part[0], runFonts(part[1]))));
  return `<w:p><w:pPr><w:pStyle w:val="${style}"/></w:pPr>${runs.join('')}</w:p>`;
}

export interface Cell {
  readonly style: string;
  /** Several are several paragraphs. */
  readonly text: string | readonly string[];
  readonly span?: number;
  /** Goes on in the row below, or comes from the one above: the cells of both are one. */
  readonly merge?: 'down' | 'up';
  /** What stands in it begins at its top; else in the middle. */
  readonly top?: boolean;
}

export interface TableOptions {
  /** How many rows are repeated on every page. */
  readonly header?: number;
  /** The least height of each row in millimetres, where it is not 9. */
  readonly heights?: Readonly<Record<number, number>>;
  /** A millimetre between text and line, for many narrow columns. */
  readonly tight?: boolean;
  /** The rows that may go over the end of a page: for texts that fill pages. */
  readonly splits?: readonly number[];
  /** Stays on one page with the paragraph after it, as long as a page holds them. */
  readonly keepNext?: boolean;
  /** The rows that stay on one page with what follows them. */
  readonly keepRows?: readonly number[];
  /** Without lines around its cells. */
  readonly plain?: boolean;
}

const SIDES = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'];

/** A bordered table as wide as the type area. `columns` are millimetres. */
export function table(columns: readonly number[], rows: readonly (readonly Cell[])[], options: TableOptions = {}): string {
  const widths = columns.map(twips.fromMm);
  const border = (side: string): string => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>`;
  const content = (style: string, value: Cell['text'], keep: boolean): string =>
    (typeof value === 'string' ? [value] : value)
      .map((one) => paragraph(style, one))
      .join('')
      .replaceAll('</w:pPr>', keep ? '<w:keepNext/></w:pPr>' : '</w:pPr>');
  const cells = (row: readonly Cell[], index: number): string => {
    const keep = options.keepNext === true || options.keepRows?.includes(index) === true;
    let column = 0;
    return row
      .map(({ style, text: value, span = 1, merge, top }) => {
        const width = widths.slice(column, column + span).reduce((sum, part) => sum + part, 0);
        column += span;
        const spanned = span > 1 ? `<w:gridSpan w:val="${span}"/>` : '';
        const merged = merge === 'down' ? '<w:vMerge w:val="restart"/>' : merge === 'up' ? '<w:vMerge/>' : '';
        const align = top === true ? 'top' : 'center';
        return `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/>${spanned}${merged}<w:vAlign w:val="${align}"/></w:tcPr>${content(style, value, keep)}</w:tc>`;
      })
      .join('');
  };
  const side = (name: string): string => `<w:${name} w:w="${twips.fromMm(0.5)}" w:type="dxa"/>`;
  const margins = options.tight === true ? `<w:tblCellMar>${side('left')}${side('right')}</w:tblCellMar>` : '';
  const lines = rows.map((row, index) => {
    const repeated = index < (options.header ?? 0) ? '<w:tblHeader/>' : '';
    const whole = options.splits?.includes(index) === true ? '' : '<w:cantSplit/>';
    const height = twips.fromMm(options.heights?.[index] ?? 9);
    return `<w:tr><w:trPr>${whole}<w:trHeight w:val="${height}" w:hRule="atLeast"/>${repeated}</w:trPr>${cells(row, index)}</w:tr>`;
  });
  return (
    `<w:tbl><w:tblPr><w:tblW w:w="${widths.reduce((sum, part) => sum + part, 0)}" w:type="dxa"/><w:jc w:val="center"/>` +
    `${options.plain === true ? '' : `<w:tblBorders>${SIDES.map(border).join('')}</w:tblBorders>`}<w:tblLayout w:type="fixed"/>${margins}</w:tblPr>` +
    `<w:tblGrid>${widths.map((width) => `<w:gridCol w:w="${width}"/>`).join('')}</w:tblGrid>${lines.join('')}</w:tbl>`
  );
}

/** Cells by their style: the name of a field, and what stands in it in the middle or from the left; small ones for wide tables. */
export const cell = {
  label: (text: Cell['text'], more: Partial<Cell> = {}): Cell => ({ style: 'TableLabel', text, ...more }),
  centre: (text: string, more: Partial<Cell> = {}): Cell => ({ style: 'TableCentre', text, ...more }),
  left: (text: Cell['text'], more: Partial<Cell> = {}): Cell => ({ style: 'TableText', text, ...more }),
  smallLabel: (text: Cell['text'], more: Partial<Cell> = {}): Cell => ({ style: 'SmallLabel', text, ...more }),
  smallCentre: (text: string, more: Partial<Cell> = {}): Cell => ({ style: 'SmallCentre', text, ...more }),
  tightCentre: (text: string, more: Partial<Cell> = {}): Cell => ({ style: 'TightCentre', text, ...more }),
  tightLabel: (text: Cell['text'], more: Partial<Cell> = {}): Cell => ({ style: 'TightLabel', text, ...more }),
  small: (text: Cell['text'], more: Partial<Cell> = {}): Cell => ({ style: 'SmallText', text, ...more }),
};
