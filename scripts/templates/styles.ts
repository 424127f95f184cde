import type { FontRole } from './fonts.ts';
import { runFonts } from './fonts.ts';
import { twips } from './units.ts';

const HEADER = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

interface Style {
  readonly id: string;
  /** As the editor of the template sees it in Word. */
  readonly name: string;
  /** One of Word's own styles, known to it by this name. */
  readonly builtIn?: boolean;
  readonly paragraph: string;
  readonly font: FontRole;
  /** Points: 2号 is 22, 3号 16, 4号 14, 小四 12. */
  readonly size: number;
  /** Twips between characters. */
  readonly tracking?: number;
}

const exactly = (pt: number, before = 0, after = 0): string =>
  `<w:spacing w:before="${twips.fromPt(before)}" w:after="${twips.fromPt(after)}" w:line="${twips.fromPt(pt)}" w:lineRule="exact"/>`;
const single = (before = 0, after = 0): string =>
  `<w:spacing w:before="${twips.fromPt(before)}" w:after="${twips.fromPt(after)}" w:line="240" w:lineRule="auto"/>`;
const twoCharacters = '<w:ind w:firstLineChars="200" w:firstLine="640"/>';
const tabs = (...mm: readonly number[]): string => `<w:tabs>${mm.map((at) => `<w:tab w:val="left" w:pos="${twips.fromMm(at)}"/>`).join('')}</w:tabs>`;
const plainSpacing = '<w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/>';

/** 16 pt less a quarter: 28 characters of 3号 in the 156 mm of the type area, as the standard asks. */
const TWENTY_EIGHT = -5;

/* The order inside w:pPr is the schema's: keepNext, keepLines, widowControl, autoSpace…, spacing, ind, jc, outlineLvl. */
const STYLES: readonly Style[] = [
  {
    id: 'Body',
    name: '公文正文',
    paragraph: `${plainSpacing}${exactly(28)}${twoCharacters}<w:jc w:val="both"/>`,
    font: 'body',
    size: 16,
    tracking: TWENTY_EIGHT,
  },
  {
    // Sender and date never stand on a page without text (GB/T 9704-2012, 7.3.5.5).
    id: 'Closing',
    name: '结尾正文',
    paragraph: `<w:keepNext/>${plainSpacing}${exactly(28)}${twoCharacters}<w:jc w:val="both"/>`,
    font: 'body',
    size: 16,
    tracking: TWENTY_EIGHT,
  },
  {
    id: 'Lead',
    name: '表前说明',
    paragraph: `<w:keepNext/>${plainSpacing}${exactly(28, 0, 4)}${twoCharacters}<w:jc w:val="both"/>`,
    font: 'body',
    size: 16,
    tracking: TWENTY_EIGHT,
  },
  {
    id: 'Title',
    name: 'Title',
    builtIn: true,
    paragraph: `<w:keepNext/>${plainSpacing}${exactly(35, 0, 28)}<w:jc w:val="center"/>`,
    font: 'title',
    size: 22,
  },
  {
    id: 'NumberedTitle',
    name: '带文号的标题',
    paragraph: `<w:keepNext/>${plainSpacing}${exactly(35)}<w:jc w:val="center"/>`,
    font: 'title',
    size: 22,
  },
  {
    id: 'DocumentNumber',
    name: '发文字号',
    paragraph: `<w:keepNext/>${plainSpacing}${exactly(28, 0, 14)}<w:jc w:val="center"/>`,
    font: 'body',
    size: 16,
    tracking: TWENTY_EIGHT,
  },
  {
    id: 'Addressee',
    name: '主送机关',
    paragraph: `${plainSpacing}${exactly(28)}<w:jc w:val="both"/>`,
    font: 'body',
    size: 16,
    tracking: TWENTY_EIGHT,
  },
  {
    id: 'Heading1',
    name: 'heading 1',
    builtIn: true,
    paragraph: `<w:keepNext/>${plainSpacing}${exactly(28, 0, 4)}${twoCharacters}<w:jc w:val="both"/><w:outlineLvl w:val="0"/>`,
    font: 'heading',
    size: 16,
  },
  { id: 'TableLabel', name: '表格栏目', paragraph: `${plainSpacing}${exactly(20)}<w:jc w:val="center"/>`, font: 'heading', size: 12 },
  { id: 'TableText', name: '表格内容', paragraph: `${plainSpacing}${exactly(20)}`, font: 'body', size: 12 },
  { id: 'TableCentre', name: '表格居中', paragraph: `${plainSpacing}${exactly(20)}<w:jc w:val="center"/>`, font: 'body', size: 12 },
  { id: 'SmallLabel', name: '小表栏目', paragraph: `${plainSpacing}${exactly(16)}<w:jc w:val="center"/>`, font: 'heading', size: 10.5 },
  { id: 'TightLabel', name: '窄表栏目', paragraph: `${plainSpacing}${exactly(13)}<w:jc w:val="center"/>`, font: 'heading', size: 9 },
  { id: 'TightCentre', name: '窄表数字', paragraph: `${plainSpacing}${exactly(14)}<w:jc w:val="center"/>`, font: 'body', size: 9 },
  { id: 'SmallText', name: '小表内容', paragraph: `${plainSpacing}${exactly(16)}`, font: 'body', size: 10.5 },
  { id: 'SmallCentre', name: '小表居中', paragraph: `${plainSpacing}${exactly(16)}<w:jc w:val="center"/>`, font: 'body', size: 10.5 },
  { id: 'Signatures', name: '签字', paragraph: single(), font: 'body', size: 12 },
  { id: 'TableHead', name: '表头说明', paragraph: `<w:keepNext/>${plainSpacing}${exactly(24, 0, 4)}`, font: 'body', size: 14 },
  { id: 'TableFoot', name: '表尾说明', paragraph: `${plainSpacing}${exactly(20, 4, 0)}`, font: 'body', size: 12 },
  { id: 'KeptFoot', name: '表尾说明（与下段同页）', paragraph: `<w:keepNext/>${plainSpacing}${exactly(20, 4, 0)}`, font: 'body', size: 12 },
  { id: 'FormMark', name: '附件号', paragraph: `<w:keepNext/>${plainSpacing}${exactly(28)}`, font: 'heading', size: 16 },
  {
    id: 'FormTitle',
    name: '表格标题',
    paragraph: `<w:keepNext/>${plainSpacing}${exactly(33, 0, 12)}<w:jc w:val="center"/>`,
    font: 'title',
    size: 22,
  },
  { id: 'Gap', name: '表后空行', paragraph: `<w:keepNext/>${exactly(14)}`, font: 'body', size: 12 },
  {
    id: 'Annexes',
    name: '附件说明',
    paragraph: `<w:keepNext/>${plainSpacing}${exactly(28, 14, 0)}<w:ind w:leftChars="500" w:left="1600" w:hangingChars="300" w:hanging="960"/>`,
    font: 'body',
    size: 16,
  },
  { id: 'AnnexMark', name: '附件', paragraph: `<w:keepNext/><w:pageBreakBefore/>${plainSpacing}${exactly(28)}`, font: 'heading', size: 16 },
  { id: 'Picture', name: '图片', paragraph: `<w:keepNext/>${single(3, 0)}<w:jc w:val="center"/>`, font: 'body', size: 10.5 },
  { id: 'PictureCaption', name: '图片说明', paragraph: `${plainSpacing}${exactly(15, 2, 0)}<w:jc w:val="center"/>`, font: 'body', size: 10.5 },
  { id: 'FormFacts', name: '表前事项', paragraph: `<w:keepNext/>${tabs(112, 182)}${plainSpacing}${exactly(18, 0, 2)}`, font: 'body', size: 12 },
  { id: 'SmallFoot', name: '小表尾说明', paragraph: `${plainSpacing}${exactly(15, 1, 0)}`, font: 'body', size: 10.5 },
  { id: 'Header', name: 'header', builtIn: true, paragraph: '<w:snapToGrid w:val="0"/><w:jc w:val="right"/>', font: 'heading', size: 16 },
  {
    id: 'Sender',
    name: '署名',
    paragraph: `<w:keepNext/>${plainSpacing}${exactly(28, 28, 0)}<w:ind w:rightChars="200" w:right="640"/><w:jc w:val="right"/>`,
    font: 'body',
    size: 16,
  },
  {
    id: 'Date',
    name: 'Date',
    builtIn: true,
    paragraph: `${plainSpacing}${exactly(28)}<w:ind w:rightChars="400" w:right="1280"/><w:jc w:val="right"/>`,
    font: 'body',
    size: 16,
  },
  { id: 'Footer', name: 'footer', builtIn: true, paragraph: '<w:snapToGrid w:val="0"/>', font: 'number', size: 14 },
];

function style({ id, name, builtIn, paragraph, font, size, tracking }: Style): string {
  const custom = builtIn === true ? '' : ' w:customStyle="1"';
  const spacing = tracking === undefined ? '' : `<w:spacing w:val="${tracking}"/>`;
  return (
    `<w:style w:type="paragraph"${custom} w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="Normal"/><w:qFormat/>` +
    `<w:pPr>${paragraph}</w:pPr><w:rPr>${runFonts(font)}${spacing}<w:sz w:val="${size * 2}"/><w:szCs w:val="${size * 2}"/></w:rPr></w:style>`
  );
}

/** The styles of an official document after GB/T 9704-2012, named so that an editor finds them in Word's list. */
export function styles(): string {
  return (
    `${HEADER}<w:styles xmlns:w="${MAIN}"><w:docDefaults><w:rPrDefault><w:rPr>${runFonts('body')}<w:sz w:val="32"/><w:szCs w:val="32"/>` +
    '<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>' +
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/><w:pPr><w:widowControl w:val="0"/></w:pPr></w:style>' +
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/>' +
    '<w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/>' +
    '<w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>' +
    `${STYLES.map(style).join('')}</w:styles>`
  );
}
