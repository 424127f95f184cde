/**
 * The fonts of GB/T 9704-2012. Word takes one alternative name, of at most 31 characters (MS-OE376, 2.1.571, altName), so
 * each names the one that is there when the government's own fonts are not: 仿宋 and 楷体 come with Windows and WPS,
 * 华文中宋 with Office and WPS. LibreOffice goes by family and pitch, hence they are told as well.
 */
export const FONTS = {
  title: { name: '方正小标宋简体', alternative: '华文中宋', panose: '02010601030101010101', family: 'roman' },
  body: { name: '仿宋_GB2312', alternative: '仿宋', panose: '02010609030101010101', family: 'modern' },
  second: { name: '楷体_GB2312', alternative: '楷体', panose: '02010609030101010101', family: 'modern' },
  heading: { name: '黑体', alternative: 'SimHei', panose: '02010609060101010101', family: 'modern' },
  number: { name: '宋体', alternative: 'SimSun', panose: '02010600030101010101', family: 'auto' },
} as const;

export type FontRole = keyof typeof FONTS;

/** `w:rFonts` for a role: one font for every script, so that figures and quotation marks are of a piece with the text. */
export function runFonts(role: FontRole): string {
  const { name } = FONTS[role];
  return `<w:rFonts w:ascii="${name}" w:hAnsi="${name}" w:eastAsia="${name}" w:cs="${name}" w:hint="eastAsia"/>`;
}
