import type { CellTemplate, SheetTemplate } from './SheetTemplate.ts';

type Data = Readonly<Record<string, unknown>>;

/** The tags of a sheet that the sample has nowhere around them, with their cells; the lists of its blocks first. */
export function unknownTags(sheet: SheetTemplate, sample: Data): { readonly tag: string; readonly address: string }[] {
  const blocks = sheet.blocks.filter(({ name }) => !Object.hasOwn(sample, name)).map(({ name, address }) => ({ tag: name, address }));
  const tags = sheet.rows.flatMap(({ number, cells }) =>
    cells.flatMap((cell) => unknownIn(cell, scopesOf(sheet, number, sample)).map((tag) => ({ tag, address: cell.address }))),
  );
  return [...blocks, ...tags];
}

/** What the tags of a row may be looked up in: the list of its block, if it is in one, and the data. */
function scopesOf({ blocks }: SheetTemplate, row: number, sample: Data): (Data | 'anything')[] {
  const block = blocks.find(({ from, to }) => from <= row && row <= to);
  return block ? [...within(block.name, [sample]), sample] : [sample];
}

/** A list of which the sample has no line cannot tell what its lines offer. */
function within(name: string, scopes: readonly (Data | 'anything')[]): (Data | 'anything')[] {
  const value = scopes.find((scope): scope is Data => scope !== 'anything' && Object.hasOwn(scope, name))?.[name];
  if (!Array.isArray(value)) return [];
  return value.length === 0 ? ['anything'] : (value as Data[]);
}

function unknownIn({ tokens }: CellTemplate, scopes: (Data | 'anything')[]): string[] {
  const inner = [scopes];
  return (tokens ?? []).flatMap((token) => {
    const [here = []] = inner;
    if (token.kind === 'close') inner.shift();
    if (token.kind === 'text' || token.kind === 'close') return [];
    const known = token.name === '.' || here.some((scope) => scope === 'anything' || Object.hasOwn(scope, token.name));
    if (token.kind !== 'value') inner.unshift([...within(token.name, here), ...here]);
    return known ? [] : [token.name];
  });
}
