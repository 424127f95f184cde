import type { ReportFault } from './ReportFault.ts';
import type { Block, CellTemplate, RowTemplate } from './SheetTemplate.ts';
import type { Token } from './Token.ts';

type Opening = Extract<Token, { readonly name: string }>;

/**
 * Finds the end of each section: one that ends in its own cell stays there; one that ends in another takes its rows as a block, and its tags
 * leave their cells. Blocks neither overlap nor stand in one another.
 */
export function pairTags(rows: readonly RowTemplate[], report: ReportFault): { readonly rows: RowTemplate[]; readonly blocks: Block[] } {
  const open: { readonly token: Opening; readonly cell: CellTemplate; readonly row: number }[] = [];
  const blocks: Block[] = [];
  const ofBlocks = new Set<Token>();
  for (const { number, cells } of rows) {
    for (const cell of cells) {
      for (const token of cell.tokens ?? []) {
        if (token.kind === 'open' || token.kind === 'inverted') open.push({ token, cell, row: number });
        if (token.kind !== 'close') continue;
        const begun = open.pop();
        if (!begun) report(cell.address, { id: 'unopened_loop', xtag: token.name });
        else if (begun.token.name !== token.name) {
          report(cell.address, { id: 'closing_tag_does_not_match_opening_tag', openingtag: begun.token.name, closingtag: token.name });
        } else if (begun.cell !== cell) {
          const block = { name: token.name, inverted: begun.token.kind === 'inverted', from: begun.row, to: number, address: begun.cell.address };
          if (blocks.some(({ from, to }) => from <= block.to && to >= block.from))
            report(begun.cell.address, { id: 'blocks_overlap', xtag: token.name });
          blocks.push(block);
          ofBlocks.add(begun.token).add(token);
        }
      }
    }
  }
  for (const { token, cell } of open) report(cell.address, { id: 'unclosed_loop', xtag: token.name });
  const without = (cell: CellTemplate): CellTemplate => ({ ...cell, tokens: cell.tokens?.filter((token) => !ofBlocks.has(token)) ?? null });
  return { rows: rows.map((row) => ({ ...row, cells: row.cells.map(without) })), blocks };
}
