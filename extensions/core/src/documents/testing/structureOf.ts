import { readZip } from '../readZip.ts';

/**
 * How a Word document is built, as lines that a person can compare: its tables row by row (`|` a cell, with `x` columns and `+`/`^` where a merge
 * downward begins and goes on), its sections (millimetres), its heads and pictures, and the styles that it uses.
 */
export function structureOf(docx: Uint8Array): string {
  const parts = readZip(docx);
  const read = (name: string): string => new TextDecoder().decode(parts.get(name));
  const body = read('word/document.xml');
  const tables = [...body.matchAll(/<w:tbl>.*?<\/w:tbl>/gs)].flatMap(([table], index) => [`table ${index + 1}: ${gridOf(table)}`, ...rowsOf(table)]);
  const sections = [...body.matchAll(/<w:sectPr.*?<\/w:sectPr>/gs)].map(([section], index) => `section ${index + 1}: ${pageOf(section)}`);
  const heads = [...parts.keys()].filter((name) => /^word\/header\d*\.xml$/.test(name));
  return (
    [...tables, ...sections, ...heads.map((name) => `head: ${name}`), ...picturesOf(body), ...stylesOf(body, read('word/styles.xml'))].join('\n') +
    '\n'
  );
}

const mm = (twips: string | undefined): number => Math.round((Number(twips) / 1440) * 254) / 10;
/** An element's first tag; blank where there is none. */
const tag = (xml: string, name: string): string => new RegExp(`<w:${name}\\b[^>]*>`).exec(xml)?.[0] ?? '';
const attribute = (xml: string, name: string): string | undefined => new RegExp(`\\b${name}="([^"]*)"`).exec(xml)?.[1];

function gridOf(table: string): string {
  const columns = [...table.matchAll(/<w:gridCol w:w="(\d+)"/g)].map(([, width]) => mm(width));
  return `${columns.join(' ')} mm`;
}

/** Rows alike are one line, with how many there are. */
function rowsOf(table: string): string[] {
  const lines = [...table.matchAll(/<w:tr>.*?<\/w:tr>/gs)].map(([row]) => {
    const cells = [...row.matchAll(/<w:tc>.*?<\/w:tc>/gs)].map(([cell]) => {
      const span = /<w:gridSpan w:val="(\d+)"/.exec(cell)?.[1];
      const merge = cell.includes('<w:vMerge w:val="restart"/>') ? '+' : cell.includes('<w:vMerge/>') ? '^' : '';
      return `${span === undefined ? '' : `x${span}`}${merge}`;
    });
    const marks = [row.includes('<w:tblHeader/>') ? 'repeated' : '', row.includes('<w:cantSplit/>') ? 'whole' : 'splits'];
    return `  ${['', ...cells, ''].join('|')} ${marks.filter((mark) => mark !== '').join(', ')}`;
  });
  return lines
    .filter((line, index) => line !== lines[index - 1])
    .map((line) => {
      const first = lines.indexOf(line);
      const next = lines.findIndex((other, index) => index > first && other !== line);
      const count = (next < 0 ? lines.length : next) - first;
      return count > 1 ? `${line} ×${count}` : line;
    });
}

function pageOf(section: string): string {
  const [size, margins] = [tag(section, 'pgSz'), tag(section, 'pgMar')];
  const page = `${mm(attribute(size, 'w:w'))} × ${mm(attribute(size, 'w:h'))}`;
  const sides = ['top', 'right', 'bottom', 'left'].map((side) => mm(attribute(margins, `w:${side}`)));
  const footers = [...section.matchAll(/<w:footerReference w:type="(\w+)"/g)].map(([, type]) => type);
  return `${page} ${attribute(size, 'w:orient') ?? 'portrait'}, margins ${sides.join(' ')}, footers ${footers.join(' ')}`;
}

/** How many pictures there are, and how large the largest is. */
function picturesOf(body: string): string[] {
  const sizes = [...body.matchAll(/<wp:extent cx="(\d+)" cy="(\d+)"/g)].map(
    ([, width, height]) => [Number(width) / 36_000, Number(height) / 36_000] as const,
  );
  if (sizes.length === 0) return [];
  const most = (index: 0 | 1): number => Math.round(Math.max(...sizes.map((size) => size[index])));
  return [`pictures: ${sizes.length}, at most ${most(0)} × ${most(1)} mm`];
}

/** The fonts of the styles that it uses, with what decides where a page ends. */
function stylesOf(body: string, styles: string): string[] {
  const used = new Set([...body.matchAll(/<w:pStyle w:val="(\w+)"/g)].map(([, id]) => id));
  return [...styles.matchAll(/<w:style [^>]*w:styleId="(\w+)".*?<\/w:style>/gs)]
    .filter(([, id]) => used.has(id))
    .map(([style, id = '']) => {
      const spacing = tag(style, 'spacing');
      const line = attribute(spacing, 'w:lineRule') === 'exact' ? `, lines of ${Number(attribute(spacing, 'w:line')) / 20} pt` : '';
      const kept = style.includes('<w:keepNext/>') ? ', kept with the next' : '';
      return `style ${id}: ${attribute(style, 'w:eastAsia') ?? ''} ${Number(attribute(tag(style, 'sz'), 'w:val')) / 2} pt${line}${kept}`;
    });
}
