import { MOST_ROWS } from '@zhudian/core/roster/sheet/limits.ts';
import { sheetOfTexts } from '@zhudian/core/roster/sheet/sheetOfTexts.ts';
import type { Sheet } from '@zhudian/core/roster/sheet/Sheet.ts';
import { parse } from 'csv-parse/sync';
import { RosterFileError } from '../RosterFileError.ts';
import { decodeText } from './decodeText.ts';
import { refuse } from './refuse.ts';

/** Cells of a text file, blank ones as well: each is a text in the memory of Directus. */
const MOST_CELLS = 2_000_000;
const DELIMITERS = [',', '\t', ';', '|'] as const;

/** A text file of cells parted by commas or tabs as a sheet; what is no such text is refused with what to do. */
export function readText(bytes: Buffer, name: string): Sheet {
  const text = decodeText(bytes) ?? refuse('文件类型不对；请上传 .xlsx 或 .csv 名单文件（文本文件请在 Excel 中另存为“CSV UTF-8”或 .xlsx）');
  if (/^\s*(<|%PDF|\{\\rtf)/.test(text))
    refuse('文件类型不对：这是网页或其他格式的文件；请在 Excel 或 WPS 中打开，选择“文件—另存为”，保存类型选“Excel 工作簿（*.xlsx）”后再导入');
  const [, said] = /^sep=(.)\r?\n/i.exec(text) ?? [];
  const body = (said === undefined ? text : text.slice(text.indexOf('\n') + 1)).trimEnd();
  const head = body.slice(0, 4000);
  const delimiter = said ?? DELIMITERS.reduce((best, one) => (head.split(one).length > head.split(best).length ? one : best), ',');
  if (body.split(delimiter).length > MOST_CELLS) return refuse('文件的列太多，不像一份名单；请删除表格右侧的空白列后再导入');
  try {
    const lines = parse(formulaTexts(body, delimiter), {
      delimiter,
      relax_column_count: true,
      skip_empty_lines: false,
      relax_quotes: true,
      max_record_size: 200_000,
      to: MOST_ROWS * 3 + 1,
    });
    if (lines.length > MOST_ROWS * 3) return refuse(`文件超过 ${MOST_ROWS * 3} 行，其中多为空白行；名单上限 ${MOST_ROWS} 行，请删除空白行后再导入`);
    return sheetOfTexts(
      name,
      lines.map((cells) => cells.map(plain)),
    );
  } catch (error) {
    if (error instanceof RosterFileError) throw error;
    return refuse('CSV 文件格式不正确（引号不配对）；请在 Excel 或 WPS 中另存为 .xlsx 后再导入');
  }
}

/** ="139…" is how a program keeps Excel from making a number of a text; the quotes are opened where the cell begins. */
const formulaTexts = (text: string, delimiter: string): string => {
  const before = delimiter === '|' ? '\\|' : delimiter;
  return text.replace(new RegExp(`(^|[${before}\\r\\n])="((?:[^"]|"")*)"(?=[${before}\\r\\n]|$)`, 'g'), '$1"$2"');
};

/** Texts that are marked as no formulas, in one way or the other. */
const plain = (cell: string): string => (/^="(.*)"$/s.exec(cell)?.[1] ?? cell).replace(/^'(?=[=+\-@＝＋－＠\t])/, '');
