import { expect, it } from 'vitest';
import { placeSignature } from './placeSignature.ts';

const p = (style: string, text: string): string =>
  `<w:p><w:pPr><w:pStyle w:val="${style}"/><w:keepNext/><w:ind w:rightChars="9"/><w:jc w:val="right"/></w:pPr><w:r><w:t>${text}</w:t></w:r></w:p>`;
const STYLES = [
  ['Sender', '署名'],
  ['Date', 'Date'],
  ['Style27', '署名'],
  ['a8', 'date'],
]
  .map(([id, name]) => `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/></w:style>`)
  .join('');
/** What is free at the right of the office and of the date, in hundredths of a character. */
function free(office: string, date: string): number[] {
  const placed = placeSignature(`<w:body>${p('Body', '正文')}${p('Sender', office)}${p('Date', date)}</w:body>`, STYLES);
  expect(placed).toContain(p('Body', '正文'));
  expect(placed).toMatch(/<w:keepNext\/><w:ind w:rightChars="\d+" w:right="\d+"\/><w:jc/);
  return [...placed.matchAll(/rightChars="(\d+)" w:right="\d+"/g)].map(([, characters]) => Number(characters));
}

/** The date is 7 characters wide: two figures are as wide as one character. Source: GB/T 9704-2012, 7.3.5.2. */
it.each([
  ['begins two characters to the right of a longer office', '任城区工业和信息化局办公室', [200, 600]],
  ['begins two characters to the right of an office hardly longer', '市化工专项行动办', [200, 100]],
  ['stands two characters from the edge below a shorter office, which gives way', '市应急局', [700, 200]],
  ['begins two characters to the right of an office over more than one line', '甲'.repeat(40), [200, 1900]],
])('the date %s', (_, office, expected) => {
  expect(free(office, '2026年11月23日')).toEqual(expected);
});

it('without a date the office stands as ever, and a document that nobody signs is left alone', () => {
  expect(free('市化工专项行动办', '')).toEqual([200, 200]);
  expect(placeSignature(p('Body', '正文'), STYLES)).toBe(p('Body', '正文'));
  expect(placeSignature(p('Sender', '办'), STYLES)).toBe(p('Sender', '办'));
});

it('goes by the names of the styles: who has saved a template has given them other ids', () => {
  const body = `${p('Style27', '市化工专项行动办')}${p('a8', '2026年11月23日')}`;
  expect([...placeSignature(body, STYLES).matchAll(/rightChars="(\d+)"/g)].map(([, characters]) => Number(characters))).toEqual([200, 100]);
  // LibreOffice puts the section's properties before the style.
  const moved = body.replace('<w:pPr><w:pStyle w:val="a8"/>', '<w:pPr><w:sectPr></w:sectPr><w:pStyle w:val="a8"/>');
  expect(placeSignature(moved, STYLES)).toContain('<w:pStyle w:val="a8"/><w:keepNext/><w:ind w:rightChars="100" w:right="320"/>');
  expect(placeSignature(body, '')).toBe(body);
});
