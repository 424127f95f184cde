import PizZip from 'pizzip';

const DRAWING =
  '<w:p><w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" distT="0" distB="0" distL="0" distR="0">' +
  '<wp:extent cx="990000" cy="990000"/><wp:docPr id="990" name="linked"/><a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">' +
  '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture">' +
  '<pic:nvPicPr><pic:cNvPr id="990" name="linked"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill>' +
  '<a:blip xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:link="rIdLinked"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>' +
  '<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="990000" cy="990000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic>' +
  '</a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>';

/** The same Word document with a picture in front that lies at another address: whoever draws the page fetches it, if allowed. */
export function withLinkedPicture(docx: Uint8Array, address: string): Buffer {
  const zip = new PizZip(docx);
  const change = (part: string, before: string, added: string, after = ''): void => {
    const xml = zip.file(part)?.asText() ?? '';
    if (!xml.includes(before)) throw new Error(`${part} has no ${before}`);
    zip.file(part, xml.replace(before, added + before + after));
  };
  const type = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/image';
  change(
    'word/_rels/document.xml.rels',
    '</Relationships>',
    `<Relationship Id="rIdLinked" Type="${type}" Target="${address}" TargetMode="External"/>`,
  );
  change('word/document.xml', '<w:body>', '', DRAWING);
  return zip.generate({ type: 'nodebuffer' });
}
