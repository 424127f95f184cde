/** What an upload says of itself, and the beginning of its bytes. */
export interface OfferedFile {
  readonly name: string;
  /** Its media type; what follows a semicolon means nothing here. */
  readonly type: string;
  /** At least its first 64 bytes, or all of them. */
  readonly head: Uint8Array;
}

interface Kind {
  readonly words: string;
  readonly endings: readonly string[];
  readonly isOne: (head: Uint8Array) => boolean;
}

const text = (head: Uint8Array): string => String.fromCharCode(...head);

/** A package of Office begins with an entry of such a name (ISO/IEC 29500-2); four bytes of ZIP are none. */
const OFFICE_ENTRY = /^PK\u0003\u0004.{26}(\[Content_Types\]\.xml|_rels\/|docProps\/|customXml\/|word\/|xl\/|mimetype)/su;
/** What a browser would run, whatever it is called: pages, drawings with scripts. Programs have zeros. */
const PAGE = /^[\s\u00ef\u00bb\u00bf]*<(!doctype|html|head|body|script|svg|\?xml|\?php|iframe)/i;

const isText = (head: Uint8Array): boolean => !PAGE.test(text(head)) && (isUtf16(head) || !head.includes(0));
/** Excel's "Unicode text" has a byte order mark, and zeros in between. */
const isUtf16 = (head: Uint8Array): boolean => (head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff);

const KINDS: Readonly<Record<string, Kind>> = {
  'application/pdf': { words: 'PDF', endings: ['pdf'], isOne: (head) => /^[\s\u00ef\u00bb\u00bf]*%PDF-/.test(text(head)) },
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': {
    words: 'Word（.docx）',
    endings: ['docx'],
    isOne: (head) => OFFICE_ENTRY.test(text(head)),
  },
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': {
    words: 'Excel（.xlsx）',
    endings: ['xlsx'],
    isOne: (head) => OFFICE_ENTRY.test(text(head)),
  },
  'text/csv': { words: '文本（.csv）', endings: ['csv', 'txt'], isOne: isText },
  'text/plain': { words: '文本（.txt）', endings: ['txt', 'csv', 'md', 'log'], isOne: isText },
};

/**
 * What keeps a file that is no picture from being stored: its bytes are not what its type says, or its name ends otherwise. A type that is not known
 * here is another rule's.
 */
export function fileFault({ name, type, head }: OfferedFile): string | null {
  const kind = KINDS[type.split(';')[0]?.trim().toLowerCase() ?? ''];
  if (!kind) return null;
  const ending = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase();
  if (ending === undefined || !kind.endings.includes(ending))
    return `文件名“${name}”与文件种类${kind.words}不符：应以 .${kind.endings[0] ?? ''} 结尾；请改名或另存后重新上传`;
  if (kind.isOne(head)) return null;
  return `“${name}”的内容不是${kind.words}文件，或已损坏、加了密码；请用原来的程序打开核对，另存后重新上传`;
}
