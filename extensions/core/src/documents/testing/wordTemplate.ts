import PizZip from 'pizzip';

const HEADER = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const MAIN = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

/** A paragraph of one run, as Word writes it. */
export const p = (text: string): string => `<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>${text}</w:t></w:r></w:p>`;

/** The smallest .docx with a header that Word opens, for tests; `extra` adds or replaces parts. */
export function wordTemplate(body: string, extra: Record<string, string> = {}): Uint8Array {
  const zip = new PizZip();
  const parts: Record<string, string> = {
    '[Content_Types].xml':
      `${HEADER}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
      '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>' +
      `<Override PartName="/word/document.xml" ContentType="${TYPE}.document.main+xml"/><Override PartName="/word/header1.xml" ContentType="${TYPE}.header+xml"/>` +
      '<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>',
    '_rels/.rels': `${HEADER}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/document.xml': `${HEADER}<w:document xmlns:w="${MAIN}"><w:body>${body}<w:sectPr/></w:body></w:document>`,
    'word/header1.xml': `${HEADER}<w:hdr xmlns:w="${MAIN}">${p('')}</w:hdr>`,
    ...extra,
  };
  for (const [name, content] of Object.entries(parts)) zip.file(name, content);
  return zip.generate({ type: 'uint8array', compression: 'DEFLATE' });
}

/** A header part with this text, to be passed as `extra`. */
export const header = (text: string): Record<string, string> => ({
  'word/header1.xml': `${HEADER}<w:hdr xmlns:w="${MAIN}">${p(text)}</w:hdr>`,
});
