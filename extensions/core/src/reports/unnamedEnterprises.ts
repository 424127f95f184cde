/** An enterprise that a text has to name: by the name it has, or by one it had. */
export interface Nameable {
  readonly name: string;
  readonly former?: readonly string[];
}

const BESIDE = /[\s!-/:-@[-`{-~、。·…—–《》〈〉“”‘’「」『』【】〔〕]/gu;
const LEGAL_FORM = /(有限责任公司|股份有限公司|有限公司)$/u;
const LEAST = 3;

/**
 * The enterprises that a text leaves out. Brackets, blanks and their widths do not matter, nor does the legal form at a name's end where what is
 * left is one enterprise's alone. A name that is part of a longer one is not named by it.
 * The same rule as `zhudian_unnamed` in SQL.
 *
 * @param others the county's other enterprises: what names one of them names none of these
 */
export function unnamedEnterprises<One extends Nameable>(text: string, enterprises: readonly One[], others: readonly string[] = []): One[] {
  const aliases = [
    ...enterprises.flatMap((one, owner) => [one.name, ...(one.former ?? [])].map((name) => ({ owner, full: plainName(name) }))),
    ...others.map((name, index) => ({ owner: enterprises.length + index, full: plainName(name) })),
  ].map(({ owner, full }) => ({ owner, full, short: full.replace(LEGAL_FORM, '') }));
  const owners = new Map<string, Set<number>>();
  for (const { owner, short } of aliases) owners.set(short, (owners.get(short) ?? new Set()).add(owner));
  const wanted = aliases
    .flatMap(({ owner, full, short }) =>
      short.length >= LEAST && owners.get(short)?.size === 1 ? [{ owner, word: short }] : [{ owner, word: full }],
    )
    .filter(({ word }) => word !== '')
    .sort((one, other) => other.word.length - one.word.length);
  let left = plainName(text);
  const named = new Set<number>();
  for (const { owner, word } of wanted) {
    if (!left.includes(word)) continue;
    named.add(owner);
    left = left.replaceAll(word, '#');
  }
  return enterprises.filter((_, owner) => !named.has(owner));
}

function plainName(name: string): string {
  return name.normalize('NFKC').toLowerCase().replace(BESIDE, '');
}
