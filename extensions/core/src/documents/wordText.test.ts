import { expect, it } from 'vitest';
import { p, wordTemplate } from './testing/wordTemplate.ts';
import { wordText } from './wordText.ts';

it('reads what a writer of XML may write for a character', () => {
  expect(wordText(wordTemplate(p('&lt;&#x7532;&#X4E59;&#19993;&amp;lt;&quot;&apos;&nbsp;')))).toBe('<甲乙丙&lt;"\'&nbsp;\n');
});

it('parts cells by tabs and rows by lines, and takes a tab for one, but not the stops of a paragraph', () => {
  const cells = ['甲', '乙'].map((text) => `<w:tc>${p(text)}</w:tc>`).join('');
  const stops = '<w:p><w:pPr><w:tabs><w:tab w:val="left" w:pos="420"/></w:tabs></w:pPr><w:r><w:tab/><w:t>一</w:t><w:br/><w:t>二</w:t></w:r></w:p>';
  expect(wordText(wordTemplate(`<w:tbl><w:tr>${cells}</w:tr></w:tbl>${stops}`))).toBe('甲\t乙\n\t一\n二\n');
});
