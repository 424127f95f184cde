import { decodeEntities } from './decodeEntities.ts';
import { TEXTS } from './wordPlaces.ts';

/** A field of a Word document: its code on one line, where it begins in the XML, and what of the part's text is its result. */
export interface WordField {
  code: string;
  readonly at: number;
  readonly from: number;
  to: number;
}

const TAG = /<(\/?)([\w:]+)((?:\s[^>]*?)?)(\/?)>([^<]*)/g;

/** The fields of a part, a code that Word has split over several runs as one. ECMA-376 part 1, 17.16. */
export function fieldsOf(xml: string): WordField[] {
  const fields: WordField[] = [];
  const open: WordField[] = [];
  let text = 0;
  const begin = (code: string, at: number): void => {
    const field = { code, at, from: text, to: text };
    fields.push(field);
    open.push(field);
  };
  const end = (): void => {
    const field = open.pop();
    if (field) field.to = text;
  };
  for (const { 1: closes, 2: name = '', 3: attributes = '', 4: empty, 5: content = '', index } of xml.matchAll(TAG)) {
    if (closes === '/') {
      if (name === 'w:fldSimple') end();
      continue;
    }
    if (name === 'w:fldSimple') {
      begin(valueOf(attributes, 'w:instr'), index);
      if (empty === '/') end();
    } else if (name === 'w:fldChar') {
      const kind = valueOf(attributes, 'w:fldCharType');
      if (kind === 'begin') begin('', index);
      if (kind === 'end') end();
    } else if (name === 'w:instrText') {
      const field = open.at(-1) ?? { code: '', at: index, from: text, to: text };
      if (!open.includes(field)) fields.push(field);
      field.code += content;
    } else if (TEXTS.has(name)) text += content.length;
  }
  return fields.map((field) => ({ ...field, code: decodeEntities(field.code).replace(/\s+/g, ' ').trim() }));
}

const valueOf = (attributes: string, name: string): string =>
  new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(attributes)?.slice(1).find(Boolean) ?? '';
