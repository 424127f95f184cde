import PizZip from 'pizzip';

const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
const MAIN = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const WHO = 'w:id="7" w:author="王示例" w:date="2026-11-02T08:00:00Z"';

/** A template as an office that works with WPS and Word hands it in: a .dotx with comments, revisions, controls, protection, a template of its own. */
export function foreignTemplate(template: Uint8Array, changeBody: (xml: string) => string = (xml) => xml): Uint8Array {
  const zip = new PizZip(template);
  const change = (name: string, from: string, to: string): void => void zip.file(name, (zip.file(name)?.asText() ?? '').replace(from, to));
  change('[Content_Types].xml', `${TYPE}.document.main+xml`, `${TYPE}.template.main+xml`);
  change(
    '[Content_Types].xml',
    '</Types>',
    `<Override PartName="/word/comments.xml" ContentType="${TYPE}.comments+xml"/><Override PartName="/docProps/custom.xml" ContentType="application/vnd.openxmlformats-officedocument.custom-properties+xml"/></Types>`,
  );
  change(
    '_rels/.rels',
    '</Relationships>',
    `<Relationship Id="rId9" Type="${OFFICE}/custom-properties" Target="docProps/custom.xml"/></Relationships>`,
  );
  zip.file(
    'docProps/custom.xml',
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"><property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="2" name="KSOProductBuildVer"><vt:lpwstr>2052-12.1.0.1</vt:lpwstr></property></Properties>',
  );
  change(
    'word/_rels/document.xml.rels',
    '</Relationships>',
    `<Relationship Id="rId9" Type="${OFFICE}/comments" Target="comments.xml"/></Relationships>`,
  );
  zip.file(
    'word/comments.xml',
    `<w:comments xmlns:w="${MAIN}"><w:comment w:id="0" w:author="王示例"><w:p><w:r><w:t>上次局长不满意</w:t></w:r></w:p></w:comment></w:comments>`,
  );
  zip.file(
    'word/_rels/settings.xml.rels',
    `<Relationships xmlns="${PACKAGE}"><Relationship Id="rId1" Type="${OFFICE}/attachedTemplate" Target="file:///C:\\Users\\wang\\Normal.dotm" TargetMode="External"/></Relationships>`,
  );
  change(
    'word/settings.xml',
    '<w:zoom w:percent="100"/>',
    '<w:documentProtection w:edit="readOnly" w:enforcement="1"/><w:trackRevisions/><w:zoom w:percent="100"/><w:attachedTemplate xmlns:r="' +
      `${OFFICE}" r:id="rId1"/>`,
  );
  change(
    'word/document.xml',
    '<w:sectPr',
    `<w:p><w:commentRangeStart w:id="0"/><w:ins ${WHO}><w:r><w:t>新增</w:t></w:r></w:ins><w:del ${WHO}><w:r><w:delText>删去</w:delText></w:r></w:del>` +
      '<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>' +
      '<w:sdt><w:sdtPr><w:alias w:val="企业"/><w:lock w:val="sdtContentLocked"/><w:showingPlcHdr/><w:dataBinding w:xpath="/a" w:storeItemID="{1}"/><w:text/></w:sdtPr>' +
      '<w:sdtContent><w:r><w:t>{enterprise}</w:t></w:r></w:sdtContent></w:sdt></w:p><w:sectPr',
  );
  zip.file('word/document.xml', changeBody(zip.file('word/document.xml')?.asText() ?? ''));
  return zip.generate({ type: 'uint8array' });
}
