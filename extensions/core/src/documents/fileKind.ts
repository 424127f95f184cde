const OLE = [0xd0, 0xcf, 0x11, 0xe0];
const PDF = [0x25, 0x50, 0x44, 0x46];

/** A file as an office calls it; `compound` where its container says no more than that it is old or locked. */
export interface FileKind {
  readonly name: string;
  readonly compound?: 'encrypted' | 'unknown';
}

/** What a file that is no .docx and no .xlsx really is, known by its beginning: names it in Chinese. Null when it cannot be told. */
export function fileKind(bytes: Uint8Array): FileKind | null {
  const begins = (magic: readonly number[]): boolean => magic.every((byte, at) => bytes[at] === byte);
  if (begins(OLE)) return oleKind(bytes);
  if (begins(PDF)) return { name: 'PDF 文件' };
  const text = new TextDecoder()
    .decode(bytes.subarray(0, 4096))
    .replace(/^\uFEFF/, '')
    .trimStart();
  if (/progid="Word\.Document"|schemas\.microsoft\.com\/office\/word\/2003/.test(text)) return { name: 'Word 2003 XML 文档' };
  if (/progid="Excel\.Sheet"|urn:schemas-microsoft-com:office:spreadsheet/.test(text)) return { name: 'Excel 2003 XML 表格' };
  if (/xmlPackage/.test(text)) return { name: 'Word XML 文档（单个 XML 文件）' };
  if (text.startsWith('{\\rtf')) return { name: 'RTF 文档' };
  if (/^MIME-Version:/i.test(text)) return { name: '单个文件网页（.mht）' };
  if (/^<(!doctype\s+html|html)\b/i.test(text)) return { name: '网页文件（.html）' };
  return null;
}

/** Compound files name their streams in UTF-16. */
function oleKind(bytes: Uint8Array): FileKind {
  const names = new TextDecoder('utf-16le').decode(bytes.subarray(0, bytes.length - (bytes.length % 2)));
  if (names.includes('EncryptedPackage')) return { name: '加了打开密码的文件', compound: 'encrypted' };
  if (names.includes('WordDocument')) return { name: '旧版 Word 文档（.doc、.wps）' };
  if (names.includes('Workbook')) return { name: '旧版 Excel 工作簿（.xls、.et）' };
  return { name: '旧版 Office 文件或加了密码的文件', compound: 'unknown' };
}
