import type { Token } from './Token.ts';

/** A fault in the writing of a tag, in the terms of `templateFaults`. */
export interface TagFault {
  readonly id: string;
  readonly xtag: string;
}

const KINDS = { '#': 'open', '^': 'inverted', '/': 'close' } as const;
const REFUSED: Readonly<Record<string, string>> = { '@': 'raw_xml_not_allowed', '%': 'image_not_in_spreadsheet', '=': 'change_delimiters_invalid' };
const BRACES = /[{}]/g;

/** The tags of a cell's text, in the syntax of the Word templates; a brace without its partner is a fault and stays as text. */
export function parseTags(text: string): { readonly tokens: Token[]; readonly faults: TagFault[] } {
  const tokens: Token[] = [];
  const faults: TagFault[] = [];
  const keep = (part: string): void => {
    if (part !== '') tokens.push({ kind: 'text', text: part });
  };
  let at = 0;
  const braces = [...text.matchAll(BRACES)].map(({ index }) => index);
  for (let next = 0; next < braces.length; next += 1) {
    const from = braces[next] ?? 0;
    const to = braces[next + 1] ?? text.length;
    if (text[from] === '}') faults.push({ id: 'unopened_tag', xtag: text.slice(at, from + 1) });
    else if (text[to] !== '}') faults.push({ id: to === from + 1 ? 'duplicate_open_tag' : 'unclosed_tag', xtag: text.slice(from, to) });
    else {
      keep(text.slice(at, from));
      const tag = readTag(text.slice(from + 1, to).trim());
      if ('id' in tag) faults.push(tag);
      else tokens.push(tag);
      at = to + 1;
      next += 1;
    }
  }
  keep(text.slice(at));
  return { tokens, faults };
}

function readTag(inner: string): Token | TagFault {
  const prefix = inner.charAt(0);
  const refused = REFUSED[prefix];
  const name = inner.slice(prefix in KINDS || refused !== undefined ? 1 : 0).trim();
  if (refused !== undefined) return { id: refused, xtag: name };
  if (!/^[\p{L}\p{N}_.]+$/u.test(name)) return { id: 'scopeparser_compilation_failed', xtag: inner };
  return { kind: prefix in KINDS ? KINDS[prefix as keyof typeof KINDS] : 'value', name };
}
