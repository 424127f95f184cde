import { outsideFaults } from '../documents/outsideFaults.ts';
import { TemplateError } from '../documents/TemplateError.ts';
import type { TemplateFault } from '../documents/TemplateFault.ts';
import { partName } from '../documents/partName.ts';
import { openSpreadsheet } from './openSpreadsheet.ts';
import { readSheet } from './readSheet.ts';
import { renderSpreadsheet } from './renderSpreadsheet.ts';
import type { CellTemplate, SheetTemplate } from './SheetTemplate.ts';

type Data = Readonly<Record<string, unknown>>;

/**
 * What is wrong with an Excel template for a kind of document, all at once; empty when it can be put in force: it has to render with the kind's
 * sample, and ask for nothing that the kind does not offer.
 *
 * @param sample the data of the kind, made from its sample facts
 */
export async function checkSpreadsheet(template: Uint8Array, sample: Data): Promise<TemplateFault[]> {
  try {
    await renderSpreadsheet(template, { ...sample });
  } catch (error) {
    if (error instanceof TemplateError) return [...error.faults];
    throw error;
  }
  const { worksheets } = await openSpreadsheet(template);
  const unknown = worksheets.flatMap((sheet) => {
    const read = readSheet(sheet);
    const blocks = read.blocks.filter(({ name }) => !Object.hasOwn(sample, name)).map(({ name, address }) => ({ tag: name, address }));
    const tags = read.rows.flatMap(({ number, cells }) =>
      cells.flatMap((cell) => unknownTags(cell, scopesOf(read, number, sample)).map((tag) => ({ tag, address: cell.address }))),
    );
    return [...blocks, ...tags].map(({ tag, address }) => unknownTag(tag, `${sheet.name}!${address}`));
  });
  return [...outsideFaults(template, 'Excel'), ...unknown];
}

function unknownTag(tag: string, part: string): TemplateFault {
  return { id: 'unknown_tag', tag, part, message: `${partName(part)}：标签“{${tag}}”不是这种文书提供的。请改为可用的标签，或删去它。` };
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

function unknownTags({ tokens }: CellTemplate, scopes: (Data | 'anything')[]): string[] {
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
