import { readZip } from './readZip.ts';

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };

function decode(xml: string): string {
  return xml.replace(/&(#x[0-9a-f]+|#\d+|\w+);/gi, (whole, name: string) => {
    if (/^#x/i.test(name)) return String.fromCodePoint(Number.parseInt(name.slice(2), 16));
    if (name.startsWith('#')) return String.fromCodePoint(Number(name.slice(1)));
    return ENTITIES[name] ?? whole;
  });
}

/**
 * The text of a .docx as a reader meets it: a line for a paragraph or a line break, cells parted by tabs, `[图]` for a
 * picture. For golden texts and searches; layout is not in it. Throws `TemplateError` when the file is no .docx.
 */
export function wordText(docx: Uint8Array, part = 'word/document.xml'): string {
  const xml = new TextDecoder().decode(readZip(docx).get(part));
  let text = '';
  for (const [, tag = '', attributes = '', content = ''] of xml.matchAll(/<(\/?[\w:]+)((?:\s[^>]*?)?)\/?>([^<]*)/g)) {
    if (tag === 'w:t') text += decode(content);
    // With attributes it is a tab stop of the paragraph, not a tab.
    else if (tag === 'w:tab' && attributes === '') text += '\t';
    else if (tag === 'w:br') text += '\n';
    else if (tag === 'w:drawing') text += '[图]';
    else if (tag === '/w:tc') text = `${text.replace(/\n$/, '')}\t`;
    else if (tag === '/w:tr') text = text.replace(/\t$/, '\n');
    else if (tag === '/w:p') text += '\n';
  }
  return text;
}
