import { FONTS, runFonts } from './fonts.ts';
import { twips } from './units.ts';

const HEADER = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

function contentTypes(draft: boolean): string {
  const override = (part: string, type: string): string => `<Override PartName="${part}" ContentType="${type}"/>`;
  return (
    `${HEADER}<Types xmlns="${PACKAGE}/content-types">` +
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    '<Default Extension="xml" ContentType="application/xml"/>' +
    override('/word/document.xml', `${TYPE}.document.main+xml`) +
    override('/word/styles.xml', `${TYPE}.styles+xml`) +
    override('/word/settings.xml', `${TYPE}.settings+xml`) +
    override('/word/fontTable.xml', `${TYPE}.fontTable+xml`) +
    override('/word/footer1.xml', `${TYPE}.footer+xml`) +
    override('/word/footer2.xml', `${TYPE}.footer+xml`) +
    (draft ? override('/word/header1.xml', `${TYPE}.header+xml`) : '') +
    override('/docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml') +
    '</Types>'
  );
}

function relationships(list: readonly (readonly [id: string, type: string, target: string])[]): string {
  const lines = list.map(([id, type, target]) => `<Relationship Id="${id}" Type="${type}" Target="${target}"/>`);
  return `${HEADER}<Relationships xmlns="${PACKAGE}/relationships">${lines.join('')}</Relationships>`;
}

/** East Asian typesetting as Chinese Word sets it; lines broken by a tag's text are not stretched to the margin. */
function settings(): string {
  return (
    `${HEADER}<w:settings xmlns:w="${MAIN}"><w:zoom w:percent="100"/><w:bordersDoNotSurroundHeader/><w:bordersDoNotSurroundFooter/>` +
    '<w:defaultTabStop w:val="420"/><w:evenAndOddHeaders/><w:characterSpacingControl w:val="compressPunctuation"/><w:compat><w:spaceForUL/>' +
    '<w:balanceSingleByteDoubleByteWidth/><w:doNotLeaveBackslashAlone/><w:ulTrailSpace/><w:doNotExpandShiftReturn/>' +
    '<w:adjustLineHeightInTable/><w:useFELayout/>' +
    '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>' +
    '<w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/></w:settings>'
  );
}

function fontTable(): string {
  const fonts = Object.values(FONTS).map(
    ({ name, alternative, panose, family }) =>
      `<w:font w:name="${name}"><w:altName w:val="${alternative}"/><w:panose1 w:val="${panose}"/><w:charset w:val="86"/>` +
      `<w:family w:val="${family}"/><w:pitch w:val="${family === 'modern' ? 'fixed' : 'variable'}"/></w:font>`,
  );
  return `${HEADER}<w:fonts xmlns:w="${MAIN}">${fonts.join('')}</w:fonts>`;
}

/** Page number 4号 宋体 between dashes: odd pages at the right, even ones at the left, one character in. GB/T 9704-2012, 7.5. */
function footer(side: 'left' | 'right'): string {
  const properties = `<w:rPr>${runFonts('number')}<w:sz w:val="28"/><w:szCs w:val="28"/></w:rPr>`;
  const text = (value: string): string => `<w:r>${properties}<w:t xml:space="preserve">${value}</w:t></w:r>`;
  const field = (kind: string): string => `<w:r>${properties}<w:fldChar w:fldCharType="${kind}"/></w:r>`;
  const code = `<w:r>${properties}<w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>`;
  const inset = `<w:ind w:${side}Chars="100" w:${side}="${twips.fromPt(14)}"/><w:jc w:val="${side}"/>`;
  return (
    `${HEADER}<w:ftr xmlns:w="${MAIN}"><w:p><w:pPr><w:pStyle w:val="Footer"/>${inset}</w:pPr>` +
    `${text('— ')}${field('begin')}${code}${field('separate')}${text('1')}${field('end')}${text(' —')}</w:p></w:ftr>`
  );
}

/** What marks a draft on each page: blank once it is handed in. */
const header = (): string =>
  `${HEADER}<w:hdr xmlns:w="${MAIN}"><w:p><w:pPr><w:pStyle w:val="Header"/></w:pPr><w:r><w:t>{draft}</w:t></w:r></w:p></w:hdr>`;

function core(title: string): string {
  return (
    `${HEADER}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">` +
    `<dc:title>${title}</dc:title><dc:language>zh-CN</dc:language></cp:coreProperties>`
  );
}

/** Upright, or on its side for a wide table: the type area of GB/T 9704-2012 turned with the paper. */
export type Orientation = 'portrait' | 'landscape';

/** What a section is printed on. It stands at the end of the body, or in the last paragraph of a section before it: `sectionEnd`. */
function sectionProperties(orientation: Orientation): string {
  const mm = twips.fromMm;
  const page =
    orientation === 'portrait'
      ? `<w:pgSz w:w="${mm(210)}" w:h="${mm(297)}"/><w:pgMar w:top="${mm(37)}" w:right="${mm(26)}" w:bottom="${mm(35)}" w:left="${mm(28)}"`
      : `<w:pgSz w:w="${mm(297)}" w:h="${mm(210)}" w:orient="landscape"/><w:pgMar w:top="${mm(28)}" w:right="${mm(25)}" w:bottom="${mm(26)}" w:left="${mm(25)}"`;
  return (
    `<w:sectPr><w:footerReference w:type="default" r:id="rId4"/><w:footerReference w:type="even" r:id="rId5"/>` +
    `${page} w:header="${mm(15)}" w:footer="${mm(orientation === 'portrait' ? 23 : 15)}" w:gutter="0"/><w:cols w:space="425"/></w:sectPr>`
  );
}

/** Ends a section within the body. */
export const sectionEnd = (orientation: Orientation): string => `<w:p><w:pPr><w:pStyle w:val="Gap"/>${sectionProperties(orientation)}</w:pPr></w:p>`;

const HEADS = '<w:headerReference w:type="default" r:id="rId6"/><w:headerReference w:type="even" r:id="rId6"/>';

/** All parts of a template's package; `body` is what stands in `w:body` before the last section's properties; with `draft`, each page has `{draft}` at its head. */
export function packageParts(title: string, styles: string, body: string, orientation: Orientation, draft = false): Record<string, string> {
  const section = sectionProperties(orientation);
  const withHead = (xml: string): string => (draft ? xml.replaceAll('<w:sectPr>', `<w:sectPr>${HEADS}`) : xml);
  return {
    '[Content_Types].xml': contentTypes(draft),
    '_rels/.rels': relationships([
      ['rId1', `${OFFICE}/officeDocument`, 'word/document.xml'],
      ['rId2', `${PACKAGE}/relationships/metadata/core-properties`, 'docProps/core.xml'],
    ]),
    'docProps/core.xml': core(title),
    'word/_rels/document.xml.rels': relationships([
      ['rId1', `${OFFICE}/styles`, 'styles.xml'],
      ['rId2', `${OFFICE}/settings`, 'settings.xml'],
      ['rId3', `${OFFICE}/fontTable`, 'fontTable.xml'],
      ['rId4', `${OFFICE}/footer`, 'footer1.xml'],
      ['rId5', `${OFFICE}/footer`, 'footer2.xml'],
      ...(draft ? [['rId6', `${OFFICE}/header`, 'header1.xml'] as const] : []),
    ]),
    'word/document.xml': `${HEADER}<w:document xmlns:w="${MAIN}" xmlns:r="${OFFICE}"><w:body>${withHead(body + section)}</w:body></w:document>`,
    'word/fontTable.xml': fontTable(),
    'word/footer1.xml': footer('right'),
    'word/footer2.xml': footer('left'),
    ...(draft && { 'word/header1.xml': header() }),
    'word/settings.xml': settings(),
    'word/styles.xml': styles,
  };
}
