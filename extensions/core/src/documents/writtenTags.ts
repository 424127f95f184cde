import { decodeEntities } from './decodeEntities.ts';
import { openTemplate } from './openTemplate.ts';
import { PictureStore } from './PictureStore.ts';
import { tagsOf } from './tagsOf.ts';
import type { TemplatePart } from './templateParts.ts';
import { wordDocument } from './wordDocument.ts';

type Data = Readonly<Record<string, unknown>>;

/** A tag of a template, and where it stands in its part's text. */
export interface TagInTemplate {
  readonly name: string;
  /** As it stands between its braces. */
  readonly written: string;
  readonly part: string;
  readonly at: number;
}

/** A piece of a compiled template, as docxtemplater keeps it. */
interface Piece {
  readonly type: string;
  readonly value?: string;
  readonly offset?: number;
  readonly subparsed?: readonly Piece[];
}

/** How many tags a template has, and those that the data has nowhere around them; of a template that does not compile, nowhere at all. */
export function writtenTags(
  template: Uint8Array,
  sample: Data,
  parts: readonly TemplatePart[],
): { readonly count: number; readonly unknown: TagInTemplate[] } {
  const texts = new Map(parts.map(({ name, places }) => [name, places.text]));
  const tag = (name: string, part: string, at: number): TagInTemplate => {
    const [, written = name] = /^\{([^{}]*)\}/.exec((texts.get(part) ?? '').slice(at)) ?? [];
    return { name: decodeEntities(name), written: decodeEntities(written).trim(), part, at };
  };
  const compiled = compile(template);
  if (!compiled) {
    const known = new Set(tagsOf(sample).map(({ name }) => name));
    const written = [...texts].flatMap(([part, text]) =>
      [...text.matchAll(/\{[#^/%]?\s*([A-Za-z_]\w*)[^{}]*\}/g)].map(({ 1: name = '', index }) => tag(name, part, index)),
    );
    return { count: written.length, unknown: written.filter(({ name }) => !known.has(name)) };
  }
  const all = Object.entries(compiled).map(([part, { postparsed }]) => ({ part, pieces: postparsed }));
  const count = all.filter(({ part }) => texts.has(part)).flatMap(({ pieces }) => pieces.filter(({ type }) => type === 'placeholder')).length;
  return {
    count,
    unknown: all.flatMap(({ part, pieces }) => unknownIn(pieces, [sample]).map(({ value = '', offset = 0 }) => tag(value, part, offset))),
  };
}

function compile(template: Uint8Array): Readonly<Record<string, { readonly postparsed: readonly Piece[] }>> | null {
  try {
    const zip = openTemplate(template);
    // Its types leave out what a compiled file is.
    return (wordDocument(zip, new PictureStore(zip, {})) as unknown as { compiled: Record<string, { postparsed: Piece[] }> }).compiled;
  } catch {
    return null;
  }
}

/** A tag is known when its list has it, or anything around the list. */
function unknownIn(pieces: readonly Piece[], scopes: readonly Data[]): Piece[] {
  return pieces.flatMap((piece) => {
    const { type, value = '', subparsed = [] } = piece;
    if (type !== 'placeholder') return unknownIn(subparsed, scopes);
    const holders = scopes.filter((scope) => Object.hasOwn(scope, value));
    if (holders.length === 0) return [piece];
    // A list of which the sample has no line cannot tell what its lines offer.
    if (holders.some((scope) => Array.isArray(scope[value]) && scope[value].length === 0)) return [];
    const within = holders.flatMap((scope) => (Array.isArray(scope[value]) ? (scope[value] as Data[]) : []));
    return unknownIn(subparsed, [...within, ...scopes]);
  });
}
