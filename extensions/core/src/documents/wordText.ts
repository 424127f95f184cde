import { decodeEntities } from './decodeEntities.ts';
import { readZip } from './readZip.ts';

/**
 * The text of a .docx as a reader meets it: a line for a paragraph or a line break, cells parted by tabs, `[图]` for a
 * picture. For golden texts and searches; layout is not in it. Throws `TemplateError` when the file is no .docx.
 */
export function wordText(docx: Uint8Array, part = 'word/document.xml'): string {
  const xml = new TextDecoder().decode(readZip(docx).get(part));
  let text = '';
  for (const [, tag = '', attributes = '', content = ''] of xml.matchAll(/<(\/?[\w:]+)((?:\s[^>]*?)?)\/?>([^<]*)/g)) {
    if (tag === 'w:t') text += decodeEntities(content);
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
