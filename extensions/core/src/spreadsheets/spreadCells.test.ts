import { describe, expect, it } from 'vitest';
import { spreadCells } from './spreadCells.ts';

const cells = (xml: string, name = 'xl/worksheets/sheet1.xml'): number => spreadCells(new Map([[name, new TextEncoder().encode(xml)]]));

describe('cells of named areas', () => {
  it.each([
    ['<mergeCells count="2"><mergeCell ref="A1:B2"/><mergeCell ref="C1:C10"/></mergeCells>', 14],
    ["<mergeCell ref='B2:A1' />", 4],
    ['<mergeCell ref="A5:XFD1048576"/>', 16_384 * 1_048_572],
    ['<dataValidation type="list" prompt="a > b" sqref="A1:A10 C3"><formula1>"甲,乙"</formula1></dataValidation>', 11],
    ['<dataValidations count="0"/>', 0],
    ['<definedName name="a">\'3 4月\'!$A$1:$B$3,表!$D$1:$D$2</definedName>', 8],
    ['<definedName name="_xlnm.Print_Titles" localSheetId="0">表!$A:$C,表!$1:$2</definedName>', 0],
    ['<definedName name="a">表!$A$1</definedName>', 0],
    ['<si><t>A1:XFD1048576</t></si>', 0],
  ])('%s: %i', (xml, expected) => {
    expect(cells(xml)).toBe(expected);
  });

  it.each([
    ['an area in other letters', '<mergeCell ref="A5&#58;XFD1048576"/>'],
    ['a tag in the text of a tag', '<!-- <mergeCell a=" --><mergeCell ref=\'A1:XFD1048576\'/><x b="/>'],
    ['a tag without an end', '<mergeCell ref="A1:B2"'],
    ['a name in other letters', '<definedName name="a">A!$A$1&#58;$XFD$1048576</definedName>'],
    ['a name with signs that are passed over', '<definedName name="a">A!$A_$1:$XFD_$1048576</definedName>'],
    ['a name with a colon in quotes', "<definedName name=\"a\">'x'!$A$1':'!$XFD$1048576</definedName>"],
    ['a name that goes on after a comment', '<definedName name="a">A!$A$1<!-- -->:$XFD$1048576</definedName>'],
  ])('%s is no number of cells', (_, xml) => {
    expect(cells(xml)).toBe(Infinity);
  });

  it('looks into every part that may be read as a sheet', () => {
    expect(cells('<mergeCell ref="A1:B2"/>', '/a/xl/worksheets/sheet7.xml.bak')).toBe(4);
    expect(cells('<mergeCell ref="A1:B2"/>', 'xl/media/image1.png')).toBe(0);
  });
});
