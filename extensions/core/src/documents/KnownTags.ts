import { readTag } from './readTag.ts';
import { tagsOf } from './tagsOf.ts';

/** Farther from a name than this it is another word. */
const NEAR = 2;

/** The tags that a kind of document offers, and what somebody may have meant by one that it does not. */
export class KnownTags {
  readonly #names: ReadonlySet<string>;
  readonly #meanings: ReadonlyMap<string, string>;
  /** The list that each name stands in, where it stands in one. */
  readonly #lists: ReadonlyMap<string, string>;

  /** @param sample the data of the kind, made from its sample facts */
  constructor(sample: Readonly<Record<string, unknown>>) {
    const tags = tagsOf(sample);
    this.#names = new Set(tags.map(({ name }) => name));
    // "整改时限，没有则为空" is called 整改时限 as well.
    this.#meanings = new Map(tags.toReversed().flatMap(({ name, meaning }) => [meaning, meaning.replace(/[，（].*$/, '')].map((one) => [one, name])));
    const lists: string[] = [];
    this.#lists = new Map(
      tags.flatMap(({ depth, name, rows }) => {
        lists.length = depth;
        const list = lists.at(-1);
        if (rows !== null) lists.push(name);
        return list === undefined ? [] : [[name, list] as const];
      }),
    );
  }

  has(name: string): boolean {
    return this.#names.has(name);
  }

  /** The list whose lines have a name; null for a name outside of lists, or none. */
  listOf(name: string): string | null {
    return this.#lists.get(name) ?? null;
  }

  /** What somebody has written as it should be, with its prefix and its height: `#people`; null where that cannot be told. */
  meant(written: string): string | null {
    const tag = readTag(written);
    // A meaning with brackets in it is no name: 县（市、区）.
    if (!tag) return this.#meanings.get(written.trim()) ?? null;
    const name = this.#names.has(tag.name) ? tag.name : (this.#meanings.get(tag.name) ?? this.#nearest(tag.name));
    return name === null ? null : `${tag.prefix}${name}${tag.height === '' ? '' : ` ${tag.height}`}`;
  }

  /** As `meant`, but never by likeness: for what may be no tag at all. */
  surely(written: string): string | null {
    const tag = readTag(written);
    const name = tag && (this.#names.has(tag.name) ? tag.name : this.#meanings.get(tag.name));
    return tag && name ? `${tag.prefix}${name}${tag.height === '' ? '' : ` ${tag.height}`}` : null;
  }

  #nearest(name: string): string | null {
    const [best] = [...this.#names]
      .map((known) => ({ known, far: known.toLowerCase() === name.toLowerCase() ? 0 : distance(known, name) }))
      .filter(({ known, far }) => far <= NEAR && far < known.length / 2)
      .sort((one, other) => one.far - other.far);
    return best?.known ?? null;
  }
}

/** How many letters have to be changed, added or taken away. */
function distance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let i = 1; i <= one.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= other.length; j += 1) {
      next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + Number(one[i - 1] !== other[j - 1])));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
