import { TemplateError } from '../documents/TemplateError.ts';
import { isNumberFormat } from './isNumberFormat.ts';
import type { Scopes } from './printTokens.ts';
import { lookUp, printTokens } from './printTokens.ts';
import type { CellTemplate } from './SheetTemplate.ts';
import type { Token } from './Token.ts';

/** What Excel keeps of a cell's text. */
const MOST = 32_767;
/** Up to 15 digits: what a number of Excel's holds exactly. */
const DECIMAL = /^-?(?=(?:\.?\d){1,15}$)\d+(?:\.\d+)?$/;

/**
 * What a cell with tags holds: a number where a single tag stands in a cell of a number's format, or is a number itself; else text, which is
 * never a formula. Null for nothing.
 */
export function printCell(tokens: readonly Token[], { style, address }: CellTemplate, scopes: Scopes): string | number | null {
  const [only, ...others] = tokens.filter((token) => token.kind !== 'text' || token.text.trim() !== '');
  if (only?.kind === 'value' && others.length === 0) {
    const value = lookUp(only.name, scopes);
    if (typeof value === 'number') return value;
    if (typeof value === 'string' && isNumberFormat(style.numFmt) && DECIMAL.test(value)) return Number(value);
  }
  const text = printTokens(tokens, scopes);
  if (text.length > MOST) {
    const message = `单元格 ${address} 的文字超过 ${MOST} 字，Excel 放不下，请精简后重试。`;
    throw new TemplateError([{ id: 'data_too_large', tag: null, part: address, message }], { office: 'Excel' });
  }
  return text === '' ? null : text;
}
