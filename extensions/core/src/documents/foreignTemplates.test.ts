import { readFileSync } from 'node:fs';
import PizZip from 'pizzip';
import { describe, expect, it } from 'vitest';
import { checkTemplate } from './checkTemplate.ts';
import { documentData } from './documentData.ts';
import { readZip } from './readZip.ts';
import { renderWord } from './renderWord.ts';
import { wordText } from './wordText.ts';

const folder = new URL('../../../../schema/templates/work_log/', import.meta.url);
const data = documentData('work_log', JSON.parse(readFileSync(new URL('sample.json', folder), 'utf8')));
const BODY = 'word/document.xml';
const RELS = 'word/_rels/document.xml.rels';
const TYPES = '[Content_Types].xml';
const SETTINGS = 'word/settings.xml';
type Change = readonly [part: string, from: string | RegExp, to: string];

/** The work log as somebody else's program or hand has left it: what stands in a part, put in place of something else. An unknown part is added. */
function changed(...changes: readonly Change[]): Uint8Array {
  const zip = new PizZip(readFileSync(new URL('template.docx', folder)));
  for (const [part, from, to] of changes) {
    const before = zip.file(part)?.asText();
    const after = before === undefined ? to : before.replace(from, to);
    expect(after, `${String(from)} in ${part}`).not.toBe(before);
    zip.file(part, after);
  }
  return zip.generate({ type: 'uint8array' });
}
const faults = (...changes: readonly Change[]): string[] => checkTemplate(changed(...changes), data).map(({ message }) => message);
const p = (runs: string): Change => [BODY, '<w:sectPr', `<w:p>${runs}</w:p><w:sectPr`];
const r = (text: string, properties = ''): string =>
  `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`;
const link = (id: string, type: string, target: string, external = true): Change => [
  RELS,
  '</Relationships>',
  `<Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"${external ? ' TargetMode="External"' : ''}/></Relationships>`,
];
const WHO = 'w:id="7" w:author="王示例" w:date="2026-11-02T08:00:00Z"';

describe('a tag that would be printed as it stands', () => {
  it.each([
    ['with full-width braces', '｛enterprise｝', '“｛enterprise｝”用了全角花括号', '请改为“{enterprise}”'],
    ['with full-width braces around a loop', '｛＃people｝', '“｛＃people｝”用了全角花括号', '请改为“{#people}”'],
    ['with braces of two kinds', '｛enterprise}', '“｛enterprise}”用了全角花括号', '请改为“{enterprise}”'],
    ['with doubled braces', '{{enterprise}}', '“{{enterprise}}”多写了花括号', '请改为“{enterprise}”'],
    ['of another program', '«enterprise»', '“«enterprise»”是别的软件的写法', '请改为“{enterprise}”'],
    ['of another program', '&lt;&lt;enterprise&gt;&gt;', '“<<enterprise>>”是别的软件的写法', '请改为“{enterprise}”'],
    ['with a dollar sign before it', '${enterprise}', '“${enterprise}”是别的软件的写法', '请改为“{enterprise}”'],
    ['in brackets', '【enterprise】', '“【enterprise】”是别的软件的写法', '请改为“{enterprise}”'],
    ['in quotes', '{“enterprise”}', '标签“{“enterprise”}”里有引号', '请改为“{enterprise}”'],
    ['in letters of full width', '{ｅｎｔｅｒｐｒｉｓｅ}', '标签“{ｅｎｔｅｒｐｒｉｓｅ}”里有全角字符', '请改为“{enterprise}”'],
    ['in capitals', '{Enterprise}', '标签“{Enterprise}”的大小写不对', '请改为“{enterprise}”'],
    ['with a character that nobody sees', '{enter\u200bprise}', '看不见的字符', '请改为“{enterprise}”'],
    ['with a space that Word does not break', '{enterprise\u00a0}', '看不见的字符', '请改为“{enterprise}”'],
    ['with a blank', '{ enterprise}', '标签“{ enterprise}”里有多余的空格', '请改为“{enterprise}”'],
    ['outside of its loop', '{name}', '标签“{name}”要写在“{#people}”和“{/people}”之间', '请移到循环里'],
    ['in Chinese', '{企业名称}', '标签“{企业名称}”不是这种文书提供的', '请改为“{enterprise}”'],
    ['with quotes of its own around a height', '{%signature “14”}', '标签“{%signature “14”}”里有引号', '请改为“{%signature 14}”'],
  ])('%s is named with its place and the right one', (_, text, what, remedy) => {
    const [told, ...more] = faults(p(r(text)));
    expect(more).toEqual([]);
    expect(told).toMatch(/^正文第 4 段：/);
    expect(told).toContain(what);
    expect(told).toContain(remedy);
  });

  it('leaves braces and brackets alone that are only text', () => {
    expect(faults(p(r('｛说明｝【enterprises 2】《安全》〔2026〕 <5 & «注»'.replace('<', '&lt;').replace('&', '&amp;'))))).toEqual([]);
  });

  it.each([
    ['over runs', `${r('{enter', '<w:b/>')}<w:proofErr w:type="spellStart"/>${r('prise')}${r('}')}`],
    ['over a bookmark', `${r('{enter')}<w:bookmarkStart w:id="0" w:name="_GoBack"/><w:bookmarkEnd w:id="0"/>${r('prise}')}`],
  ])('split %s is one tag all the same', (_, runs) => {
    const template = changed(p(runs));
    expect(checkTemplate(template, data)).toEqual([]);
    expect(wordText(renderWord(template, data)).trimEnd().split('\n').at(-1)).toBe(String(data.enterprise));
  });

  it('split over two paragraphs is told: the second paragraph would be gone', () => {
    const [told, ...more] = faults([BODY, '<w:sectPr', `<w:p>${r('甲{enter')}</w:p><w:p>${r('prise}乙')}</w:p><w:sectPr`]);
    expect(more).toEqual([]);
    expect(told).toBe('正文第 4 段：标签“{enterprise}”跨了两个段落，后面的段落会并进前面。请把整个标签写在同一段里。');
  });
});

describe('what the makers of a template have left in it', () => {
  it('insertions, deletions and changed formats are told with their reviser, place by place', () => {
    const told = faults(p(`<w:ins ${WHO}>${r('新增')}</w:ins><w:del ${WHO}><w:r><w:delText>{old_tag}</w:delText></w:r></w:del>`), [
      BODY,
      '<w:pPr><w:pStyle w:val="FormTitle"/></w:pPr>',
      `<w:pPr><w:pStyle w:val="FormTitle"/><w:pPrChange ${WHO}><w:pPr/></w:pPrChange></w:pPr>`,
    ]);
    expect(told).toEqual([
      '正文第 2 段：有 1 处修订（王示例）没有处理，会原样留在每份文书里。请在“审阅”中接受或拒绝所有修订，再重新上传。',
      '正文第 4 段：有 2 处修订（王示例）没有处理，会原样留在每份文书里。请在“审阅”中接受或拒绝所有修订，再重新上传。',
    ]);
  });

  it('comments are told with what they say and where', () => {
    const told = faults(
      p(`<w:commentRangeStart w:id="0"/>${r('备注')}<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>`),
      link('rId9', 'comments', 'comments.xml', false),
      [
        'word/comments.xml',
        '',
        `<w:comments xmlns:w="x"><w:comment w:id="0" w:author="王示例"><w:p>${r('这一栏上次局长不满意')}</w:p></w:comment></w:comments>`,
      ],
    );
    expect(told).toEqual(['正文第 4 段：有批注（王示例：这一栏上次局长不满意），会随每份文书发出。请在“审阅”中删除所有批注，再重新上传。']);
  });

  it.each([
    ['hidden text', p(r('内部：不要外传', '<w:vanish/>')), '正文第 4 段：有隐藏文字（内部：不要外传）'],
    ['text hidden by its style', p(`<w:r><w:rPr><w:rStyle w:val="Hid"/></w:rPr><w:t>密</w:t></w:r>`), '正文第 4 段：有隐藏文字（密）'],
  ])('%s is told', (_, change, what) => {
    const style: Change = [
      'word/styles.xml',
      '</w:styles>',
      '<w:style w:type="character" w:styleId="Hid"><w:rPr><w:vanish/></w:rPr></w:style></w:styles>',
    ];
    expect(faults(change, style)).toEqual([`${what}，收件人显示隐藏文字时就会看到。请删去，或取消“字体”中的“隐藏”，再重新上传。`]);
  });

  it('a paragraph mark that is hidden, and text that is expressly not, are no hidden text', () => {
    expect(faults(p(`<w:pPr><w:rPr><w:vanish/></w:rPr></w:pPr>${r('可见', '<w:vanish w:val="0"/>')}`))).toEqual([]);
  });

  it('protection and tracking in force are told both', () => {
    const told = faults([SETTINGS, '<w:zoom', '<w:documentProtection w:edit="readOnly" w:enforcement="1"/><w:trackRevisions/><w:zoom']);
    expect(told).toEqual([
      '模板：启用了“限制编辑”，收到文书的人填写、签字都不行。请在“审阅”中停止保护，再重新上传。',
      '模板：开着“修订”，收到文书的人改动的每一处都会成为修订。请在“审阅”中关闭修订，再重新上传。',
    ]);
  });

  it.each([
    ['<w:writeProtection w:recommended="1"/><w:zoom', '建议只读'],
    ['<w:documentProtection w:edit="forms" w:enforcement="true"/><w:zoom', '限制编辑'],
  ])('%s is told: %s', (settings, word) => {
    expect(faults([SETTINGS, '<w:zoom', settings]).join()).toContain(word);
  });

  it('protection that is not in force is none', () => {
    expect(faults([SETTINGS, '<w:zoom', '<w:documentProtection w:edit="readOnly" w:enforcement="0"/><w:trackRevisions w:val="0"/><w:zoom'])).toEqual(
      [],
    );
  });

  it('a document marked as final is told', () => {
    const custom = '<Properties><property name="_MarkAsFinal"><vt:bool>true</vt:bool></property></Properties>';
    expect(faults(['docProps/custom.xml', '', custom]).join()).toContain('“标记为最终”');
  });

  it('a template without any tag is told', () => {
    const told = faults([BODY, /\{[^}]*\}/g, '无']);
    expect(told).toEqual([
      '模板：没有一个标签，每份文书都会一模一样。请把要填的地方写成标签，如“{visited_on}”（标签见“文书模板的标签”），再重新上传。',
    ]);
  });
});

describe('a tag where it is not filled in', () => {
  it.each([
    [
      'the address of a link',
      link('rId8', 'hyperlink', 'https://a.example/%7Benterprise%7D'),
      '正文：链接地址“https://a.example/{enterprise}”里的标签不会被替换',
    ],
    [
      'the code of a field',
      p('<w:r><w:instrText> QUOTE "{enterprise}" </w:instrText></w:r>'),
      '正文第 4 段：域代码“QUOTE "{enterprise}"”里的标签不会被替换',
    ],
    ['a simple field', p(`<w:fldSimple w:instr=" IF {a} = 1 ">${r('x')}</w:fldSimple>`), '正文第 4 段：域代码“IF {a} = 1”里的标签不会被替换'],
    ['a mail merge', p(`<w:fldSimple w:instr=" MERGEFIELD 企业 ">${r('«企业»')}</w:fldSimple>`), '正文第 4 段：“MERGEFIELD 企业”是邮件合并的域'],
    [
      'the result of a field',
      p(
        `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> REF a </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${r('{enterprise}')}<w:r><w:fldChar w:fldCharType="end"/></w:r>`,
      ),
      '正文第 4 段：标签“{enterprise}”写在域“REF a”的结果里，更新域时会消失',
    ],
    [
      'a chart',
      ['word/charts/chart1.xml', '', '<c:chart><a:p><a:r><a:t>{enterprise}</a:t></a:r></a:p></c:chart>'] as Change,
      '部件 word/charts/chart1.xml：标签“{enterprise}”在这里不会被替换',
    ],
    ['a date that is another one tomorrow', p('<w:r><w:instrText> DATE \\@ "yyyy年M月d日" </w:instrText></w:r>'), '每次打开都会变'],
  ])('%s is told', (_, change, what) => {
    expect(faults(change).join('\n')).toContain(what);
    expect(faults(change)).toHaveLength(1);
  });

  it('the text of a link is filled in, by whatever kind of link', () => {
    const field = `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> HYPERLINK "https://a.example/" </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${r('{enterprise}')}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;
    expect(faults(p(`${field}<w:hyperlink w:anchor="a">${r('{visited_on}')}</w:hyperlink>`))).toEqual([]);
  });
});

describe('the place of a fault', () => {
  const box = (text: string): string =>
    `<w:r><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice Requires="wps"><w:drawing><w:txbxContent><w:p>${r(text)}</w:p></w:txbxContent></w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent><w:p>${r(text)}</w:p></w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r>`;

  it('is told for all of them at once: unknown, unclosed, revised, remote, in cells, boxes, heads and feet', () => {
    const told = faults(
      p(box('{wether}')),
      [BODY, '{remarks}', '{remark}{#people}'],
      ['word/footer1.xml', '<w:p>', `<w:p><w:ins ${WHO}>${r('改')}</w:ins>`],
      ['word/footer2.xml', '<w:p>', `<w:p>${r('{page')}`],
      link('rId8', 'image', 'http://a.example/x.png'),
    );
    expect(told.map((message) => message.slice(0, message.indexOf('：')))).toEqual([
      '正文第 1 个表格第 4 行第 2 格',
      '正文第 1 个表格第 4 行第 2 格',
      '正文第 4 段的文本框',
      '页脚第 1 段',
      '偶数页页脚第 1 段',
      '正文',
    ]);
    expect(told[0]).toContain('循环“{#people}”没有结束');
    expect(told[1]).toContain('标签“{remark}”不是这种文书提供的。请改为“{remarks}”');
    expect(told.join()).toContain('{wether}');
  });

  it('of two loops that cross a table is that of their tags', () => {
    const told = faults([BODY, '{remarks}', '{#people}'], p(r('{/people}')));
    expect(told).toHaveLength(1);
    expect(told[0]).toMatch(/^正文第 1 个表格第 4 行第 2 格、第 4 段：/);
  });
});

describe('a file of another kind', () => {
  const told = (bytes: Uint8Array): string =>
    checkTemplate(bytes, data)
      .map(({ message }) => message)
      .join('\n');
  const text = (value: string): Uint8Array => new TextEncoder().encode(value);
  it.each([
    ['<?xml version="1.0"?>\n<?mso-application progid="Word.Document"?><w:wordDocument/>', 'Word 2003 XML 文档'],
    ['<?xml version="1.0"?><pkg:package xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage"/>', 'Word XML 文档'],
    ['{\\rtf1\\ansi}', 'RTF 文档'],
    ['%PDF-1.7', 'PDF 文件'],
    ['<!DOCTYPE html><html></html>', '网页文件'],
    ['MIME-Version: 1.0\nContent-Type: multipart/related', '单个文件网页（.mht）'],
  ])('%s is called by its name', (content, name) => {
    expect(told(text(content))).toContain(`文件其实是${name}`);
    expect(told(text(content))).toContain('另存为“Word 文档（*.docx）”');
  });

  it('an old .doc and a document with a password are told apart', () => {
    const ole = (stream: string): Uint8Array =>
      Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(504), Buffer.from(stream, 'utf16le')]);
    expect(told(ole('WordDocument'))).toContain('旧版 Word 文档（.doc、.wps）');
    expect(told(ole('EncryptedPackage'))).toContain('打开密码');
  });

  it('a workbook, and a document of the strict kind, are told', () => {
    expect(told(readFileSync(new URL('../statistics/template.xlsx', folder)))).toContain('文件其实是 Excel 工作簿');
    expect(
      told(changed([BODY, 'http://schemas.openxmlformats.org/wordprocessingml/2006/main', 'http://purl.oclc.org/ooxml/wordprocessingml/main'])),
    ).toContain('“Strict Open XML 文档”');
  });
});

describe('what is cleaned away in every document', () => {
  const rendered = (template: Uint8Array, part: string): string => new TextDecoder().decode(readZip(renderWord(template, data)).get(part));

  it('a template of Word’s (.dotx) makes a document that Word opens as one', () => {
    const template = changed([TYPES, 'document.main+xml', 'template.main+xml']);
    expect(checkTemplate(template, data)).toEqual([]);
    expect(rendered(template, TYPES)).toContain('wordprocessingml.document.main+xml');
    expect(rendered(template, TYPES)).not.toContain('template.main');
  });

  it('who has written the template, where it lay, and what WPS notes down', () => {
    const template = changed(
      ['docProps/core.xml', '<dc:language>', '<dc:creator>王示例</dc:creator><cp:lastModifiedBy>李示例</cp:lastModifiedBy><dc:language>'],
      [
        'docProps/custom.xml',
        '',
        '<Properties><property pid="2" name="KSOProductBuildVer"><vt:lpwstr>2052-12.1.0</vt:lpwstr></property></Properties>',
      ],
      ['docProps/app.xml', '', '<Properties><Template>王示例的模板.dotm</Template><Company>某公司</Company><Pages>1</Pages></Properties>'],
      [
        'word/_rels/settings.xml.rels',
        '',
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate" Target="file:///C:\\Users\\wang\\Normal.dotm" TargetMode="External"/></Relationships>',
      ],
      [
        SETTINGS,
        '<w:zoom w:percent="100"/>',
        '<w:zoom w:percent="100"/><w:attachedTemplate r:id="rId1" xmlns:r="r"/><w:rsids><w:rsidRoot w:val="00AB"/></w:rsids>',
      ],
    );
    expect(checkTemplate(template, data)).toEqual([]);
    const all = [...readZip(renderWord(template, data)).values()].map((bytes) => new TextDecoder().decode(bytes)).join('\n');
    expect(all).not.toMatch(/王示例的模板|wang|KSOProduct|某公司|李示例|attachedTemplate|rsidRoot/);
    expect(all).toContain('<Pages>1</Pages>');
  });

  it('a content control keeps what was filled in: no bond to other data, no lock, no placeholder', () => {
    const control = `<w:sdt><w:sdtPr><w:alias w:val="企业"/><w:lock w:val="sdtContentLocked"/><w:showingPlcHdr/><w:dataBinding w:xpath="/a" w:storeItemID="{1}"/><w:text/></w:sdtPr><w:sdtContent>${r('{enterprise}')}</w:sdtContent></w:sdt>`;
    const template = changed(p(control));
    expect(checkTemplate(template, data)).toEqual([]);
    const body = rendered(template, BODY);
    expect(body).toContain(`<w:sdtContent>${r(String(data.enterprise))}</w:sdtContent>`);
    expect(body).not.toMatch(/dataBinding|showingPlcHdr|w:lock/);
  });

  it('of a template that was put in force before it was looked at so: comments, protection, tracking', () => {
    const template = changed(
      p(`<w:commentRangeStart w:id="0"/>${r('备注')}<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>`),
      link('rId9', 'comments', 'comments.xml', false),
      [
        TYPES,
        '</Types>',
        '<Override PartName="/word/comments.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"/></Types>',
      ],
      ['word/comments.xml', '', '<w:comments xmlns:w="x"><w:comment w:id="0" w:author="王示例"/></w:comments>'],
      [SETTINGS, '<w:zoom', '<w:documentProtection w:edit="readOnly" w:enforcement="1"/><w:trackRevisions/><w:zoom'],
    );
    const parts = readZip(renderWord(template, data));
    expect([...parts.keys()].filter((name) => name.includes('comments'))).toEqual([]);
    const all = [...parts.values()].map((bytes) => new TextDecoder().decode(bytes)).join('\n');
    expect(all).not.toMatch(/comment|documentProtection|trackRevisions/i);
  });

  it('of such a template, revisions as if all were accepted', () => {
    const template = changed(
      p(
        `<w:ins ${WHO}>${r('新')}</w:ins><w:del ${WHO}><w:r><w:delText>旧</w:delText></w:r></w:del><w:moveFromRangeStart ${WHO}/><w:moveFrom ${WHO}>${r('移')}</w:moveFrom><w:moveFromRangeEnd w:id="7"/>`,
      ),
      [
        BODY,
        '<w:pPr><w:pStyle w:val="FormTitle"/></w:pPr>',
        `<w:pPr><w:pStyle w:val="FormTitle"/><w:rPr><w:ins ${WHO}/></w:rPr><w:pPrChange ${WHO}><w:pPr/></w:pPrChange></w:pPr>`,
      ],
    );
    const body = rendered(template, BODY);
    expect(body).not.toMatch(/王示例|旧|移|w:ins\b|w:del/);
    expect(body).toContain(r('新'));
  });
});
