import { deflateSync, crc32 } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { imageBox } from './imageBox.ts';
import { readZip } from './readZip.ts';
import { renderWord } from './renderWord.ts';
import { jpeg } from './testing/jpeg.ts';
import { header, p, wordTemplate } from './testing/wordTemplate.ts';
import { wordText } from './wordText.ts';

/** A black PNG of the size asked for. */
function png(width: number, height: number): Uint8Array {
  const chunk = (type: string, data: Buffer): Buffer => {
    const body = Buffer.concat([Buffer.from(type), data]);
    const frame = Buffer.alloc(8);
    frame.writeUInt32BE(data.length, 0);
    frame.writeUInt32BE(crc32(body), 4);
    return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
  };
  const head = Buffer.from([0, 0, 0, 0, 0, 0, 0, 0, 8, 0, 0, 0, 0]);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  const rows = deflateSync(Buffer.alloc((width + 1) * height));
  return Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), chunk('IHDR', head), chunk('IDAT', rows), chunk('IEND', Buffer.alloc(0))]);
}
const JPEG = jpeg();
const part = (docx: Uint8Array, name: string): string => new TextDecoder().decode(readZip(docx).get(name));

describe('size on paper', () => {
  it('never exceeds the type area, keeps the proportions, and is never scaled up', () => {
    const wide = imageBox(png(4000, 1000));
    expect(wide).toMatchObject({ kind: 'png', width: 156 * 36_000, height: 39 * 36_000 });
    const tall = imageBox(png(1000, 2000));
    expect(tall).toMatchObject({ width: 42.5 * 36_000, height: 85 * 36_000 });
    expect(imageBox(png(10, 20))).toMatchObject({ width: 95_250, height: 190_500 });
    expect(imageBox(JPEG)).toMatchObject({ kind: 'jpeg', width: 128 * 9_525, height: 96 * 9_525 });
  });

  it('is none for anything else, whatever it calls itself', () => {
    for (const bytes of ['GIF89a..........', '<svg width="1" height="1"/>', '\x89PNG\r\n\x1a\n', ''])
      expect(imageBox(Buffer.from(bytes, 'latin1'))).toBeNull();
    expect(imageBox(JPEG.subarray(0, 20))).toBeNull();
    expect([imageBox(png(0, 5)), imageBox(png(5, 0))]).toEqual([null, null]);
  });
});

describe('a photo that a phone stored as its sensor lay', () => {
  /** How a picture stored with each orientation is shown, in words of DrawingML: mirrored first, then turned clockwise. */
  const SHOWN: readonly (readonly [orientation: number, attributes: string, sideways: boolean])[] = [
    [1, '', false],
    [2, ' flipH="1"', false],
    [3, ' rot="10800000"', false],
    [4, ' rot="10800000" flipH="1"', false],
    [5, ' rot="16200000" flipH="1"', true],
    [6, ' rot="5400000"', true],
    [7, ' rot="5400000" flipH="1"', true],
    [8, ' rot="16200000"', true],
  ];

  it.each(SHOWN)('orientation %i stands upright, in a frame as it lies', (orientation, attributes, sideways) => {
    const photo = jpeg(orientation);
    const [long, short] = [128 * 9_525, 96 * 9_525];
    expect(imageBox(photo)).toMatchObject(sideways ? { width: short, height: long } : { width: long, height: short });
    const docx = renderWord(wordTemplate(p('{%photo}')), { photo: 'a' }, { a: photo });
    const xml = part(docx, 'word/document.xml');
    expect(xml).toContain(`<a:xfrm${attributes}><a:off x="0" y="0"/><a:ext cx="${long}" cy="${short}"/>`);
    const above = sideways ? (long - short) / 2 : 0;
    expect(xml).toContain(`<wp:extent cx="${long}" cy="${short}"/><wp:effectExtent l="0" t="${above}" r="0" b="${above}"/>`);
    expect(Buffer.from(readZip(docx).get('word/media/zhudianPicture1.jpeg') ?? [])).toEqual(Buffer.from(photo));
  });

  it('is as high as the tag says when it stands, not as it lies', () => {
    expect(imageBox(jpeg(6), 10)).toMatchObject({ height: 10 * 36_000, width: 7.5 * 36_000 });
  });

  it('is taken as it is when it says nonsense', () => {
    expect(imageBox(jpeg(9))).toMatchObject({ width: 128 * 9_525, turn: { degrees: 0, mirrored: false } });
    expect(imageBox(jpeg(0))).toMatchObject({ width: 128 * 9_525, turn: { degrees: 0, mirrored: false } });
  });
});

describe('{%image}', () => {
  it('puts the picture into the run, with the text before and after it', () => {
    const docx = renderWord(wordTemplate(p('前{%photo}后')), { photo: 'a' }, { a: png(2, 2) });
    expect(wordText(docx)).toBe('前[图]后\n');
    expect(part(docx, 'word/_rels/document.xml.rels')).toContain('Id="zhudianPicture1"');
    expect(part(docx, '[Content_Types].xml')).toContain('<Default Extension="png" ContentType="image/png"/>');
    expect(Buffer.from(readZip(docx).get('word/media/zhudianPicture1.png') ?? [])).toEqual(png(2, 2));
  });

  it('stores a picture once, however often and wherever it is shown; no two drawings share an id', () => {
    const images = { a: png(2, 2), b: JPEG };
    const template = wordTemplate(p('{#list}') + p('{%.}') + p('{/list}'), header('{%b}{%a}'));
    const docx = renderWord(template, { list: ['a', 'b', 'a'], a: 'a', b: 'b' }, images);
    expect([...readZip(docx).keys()].filter((name) => name.startsWith('word/media/'))).toHaveLength(2);
    for (const rels of ['word/_rels/document.xml.rels', 'word/_rels/header1.xml.rels']) {
      const ids = [...part(docx, rels).matchAll(/Id="(zhudianPicture\d)"/g)].map((match) => match[1]);
      expect(ids.toSorted()).toEqual(['zhudianPicture1', 'zhudianPicture2']);
    }
    const drawn = [...(part(docx, 'word/document.xml') + part(docx, 'word/header1.xml')).matchAll(/<wp:docPr id="(\d+)"/g)].map((match) => match[1]);
    expect(new Set(drawn).size).toBe(5);
  });

  it('takes a document it has made itself as a template', () => {
    const template = renderWord(wordTemplate(p('{%a}') + p('{b}')), { a: 'x', b: '{%b}' }, { x: png(2, 2) });
    const again = renderWord(template, { b: 'y' }, { y: png(3, 3) });
    expect(wordText(again)).toBe('[图]\n[图]\n');
    expect([...readZip(again).keys()].filter((name) => name.startsWith('word/media/'))).toHaveLength(2);
  });

  it('stands beside what a part refers to already, and says so where a part is written in a way that leaves no place', () => {
    const rels = (root: string): Record<string, string> => ({ 'word/_rels/document.xml.rels': root });
    const xmlns = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"';
    const make = (root: string): Uint8Array => renderWord(wordTemplate(p('{%a}'), rels(root)), { a: 'x' }, { x: png(2, 2) });
    const link = '<Relationship Id="rId9" Type="t" Target="https://z.example" TargetMode="External"/>';
    for (const root of [`<Relationships ${xmlns}>${link}</Relationships>`, `<Relationships ${xmlns}/>`]) {
      expect(part(make(root), 'word/_rels/document.xml.rels')).toMatch(/^<Relationships [^>]*[^/]>.*Id="zhudianPicture1".*<\/Relationships>$/);
    }
    expect(part(make(`<Relationships ${xmlns}>${link}</Relationships>`), 'word/_rels/document.xml.rels')).toContain(link);
    expect(() => make('<r:Relationships xmlns:r="http://schemas.openxmlformats.org/package/2006/relationships"></r:Relationships>')).toThrow(
      '模板的部件 word/_rels/document.xml.rels 写法特殊，放不进图片。请在 Word 或 WPS 中打开模板、另存为 .docx 后重新上传。',
    );
  });

  it.each([
    ['no value', {}, ''],
    ['a picture that could not be fetched', { photo: 'gone' }, '（照片未能取得，请在系统中查看）'],
    ['a name every object has', { photo: 'constructor' }, '（照片未能取得，请在系统中查看）'],
    ['a file that is no picture', { photo: 'text' }, '（照片无法显示，仅支持 PNG、JPEG 格式）'],
    ['a picture too large to mail', { photo: 'huge' }, '（照片过大，未附，请在系统中查看）'],
  ])('shows a note, or nothing, for %s', (_, data, expected) => {
    const images = { text: Buffer.from('hello'), huge: new Uint8Array(9 * 1024 * 1024) };
    const docx = renderWord(wordTemplate(p('{%photo}')), data, images);
    expect(wordText(docx)).toBe(`${expected}\n`);
    expect([...readZip(docx).keys()].some((name) => name.startsWith('word/media/'))).toBe(false);
  });
});
