import { describe, expect, it } from 'vitest';
import { DOMParser } from '@xmldom/xmldom';
import { readZip } from './readZip.ts';
import { renderWord } from './renderWord.ts';
import { p, wordTemplate } from './testing/wordTemplate.ts';
import { wordText } from './wordText.ts';

const render = (body: string, data: Record<string, unknown>): string => wordText(renderWord(wordTemplate(body), data));
function wellFormed(docx: Uint8Array): void {
  const decode = new TextDecoder('utf-8', { fatal: true });
  for (const [name, content] of readZip(docx)) {
    if (!/\.(xml|rels)$/.test(name)) continue;
    const onError = (level: string, message: string): void => expect.unreachable(`${name}: ${level} ${message}`);
    new DOMParser({ onError }).parseFromString(decode.decode(content), 'text/xml');
  }
}

describe('data', () => {
  it('fills texts, lists and conditions', () => {
    const body = p('{name}') + p('{#people}') + p('{name}（{phone}）') + p('{/people}') + p('{^none}无{/none}');
    expect(render(body, { name: '甲', people: [{ name: '张', phone: 1 }, { name: '李' }], none: [] })).toBe('甲\n张（1）\n李（）\n无\n');
  });

  it('leaves blank what is missing, and never prints a program’s word for nothing', () => {
    const data = { b: null, c: undefined, d: Number.NaN, e: {}, f: () => 'called', g: Symbol('s'), h: Infinity };
    expect(render(p('[{a}{b}{c}{d}{e}{f}{g}{h}{constructor}{toString}{__proto__}{e.f}]'), data)).toBe('[]\n');
  });

  it('prints yes, no and whole numbers of any length as they are', () => {
    expect(render(p('{a}{#yes}是{/yes}{#no}否{/no}'), { a: 12345678901234567890n, yes: true, no: false })).toBe('12345678901234567890是\n');
  });

  it('prints a list put where a text belongs, as a clerk would', () => {
    expect(render(p('{names}'), { names: ['张', '李', '王'] })).toBe('张、李、王\n');
  });

  it('keeps line breaks, of every system, with the font of the run', () => {
    const docx = renderWord(wordTemplate(p('{text}')), { text: '一\r\n二\r三\u2028四\n五' });
    expect(wordText(docx)).toBe('一\n二\n三\n四\n五\n');
    expect(new TextDecoder().decode(readZip(docx).get('word/document.xml')).split('<w:rPr><w:b/></w:rPr>')).toHaveLength(6);
  });
});

describe('hostile text', () => {
  it.each([
    ['template syntax', '{name}{#x}{/x}{%img}{@raw}{{}}}', '{name}{#x}{/x}{%img}{@raw}{{}}}'],
    ['markup', '</w:t></w:r><w:p/>&amp;<![CDATA[x]]>&#0;"\'', '</w:t></w:r><w:p/>&amp;<![CDATA[x]]>&#0;"\''],
    ['emoji', '泄漏👨‍👩‍👧‍👦🔥', '泄漏👨‍👩‍👧‍👦🔥'],
    ['control characters', 'a\u0000b\u0007c\u001b[31md\u007fe\u0085f\ufffeg\uffffh', 'abc[31mde\nfgh'],
    ['lone surrogates', 'a\ud83db\udd25c\udd25\ud83d', 'abc'],
    ['right-to-left text', 'شركة\u202E\u2066كيماويات', 'شركةكيماويات'],
    ['replacement patterns', "$& $1 $` $' $$", "$& $1 $` $' $$"],
    ['rare characters', '𠮷野家㐂𬒈', '𠮷野家㐂𬒈'],
  ])('%s is data: a well-formed document, with the text in it', (_, text, expected) => {
    const docx = renderWord(wordTemplate(p('前{text}后') + p('{#list}{.}{/list}')), { text, list: [text] });
    wellFormed(docx);
    expect(wordText(docx)).toBe(`前${expected}后\n${expected}\n`);
  });

  it('a text of a megabyte comes through whole', () => {
    const text = '隐患'.repeat(180_000);
    expect(render(p('{text}'), { text })).toBe(`${text}\n`);
  });

  it('a megabyte of line breaks does not exhaust anything', () => {
    expect(render(p('{text}'), { text: '\n'.repeat(200_000) })).toBe('\n'.repeat(200_001));
  });

  it('more than a document can hold is refused in Chinese', () => {
    expect(() => render(p('{text}'), { text: '长'.repeat(4_000_001) })).toThrow(/超过 400 万字/);
    expect(() => render(p('{#a}{.}{/a}'), { a: Array.from({ length: 200_001 }, () => 1) })).toThrow(/超过 200000 项/);
    const loop: Record<string, unknown> = {};
    loop.self = loop;
    expect(() => render(p('{self}'), loop)).toThrow(/层级超过 20 层/);
  });
});

describe('determinism', () => {
  it('gives the same bytes for the same input, in any time zone', () => {
    const make = (): Uint8Array => renderWord(wordTemplate(p('{a}')), { a: '甲' });
    const before = process.env.TZ;
    const here = make();
    process.env.TZ = 'America/New_York';
    const there = make();
    if (before === undefined) delete process.env.TZ;
    else process.env.TZ = before;
    expect(Buffer.compare(here, there)).toBe(0);
  });

  it('starts with the content types, as readers of the format expect', () => {
    expect([...readZip(renderWord(wordTemplate(p('')), {})).keys()].slice(0, 2)).toEqual(['[Content_Types].xml', '_rels/.rels']);
  });

  it('leaves the template and the data as they were', () => {
    const template = wordTemplate(p('{a}'));
    const copy = template.slice();
    const data = Object.freeze({ a: 'x', list: Object.freeze(['a\u0000']) });
    renderWord(template, data);
    expect(Buffer.compare(template, copy)).toBe(0);
    expect(data.list[0]).toBe('a\u0000');
  });
});
