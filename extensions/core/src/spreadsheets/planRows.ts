import type { Scopes } from './printTokens.ts';
import { sectionScopes } from './printTokens.ts';
import type { Area, RowTemplate, SheetTemplate } from './SheetTemplate.ts';

/** A row of the finished sheet: which row of the template it is, and what its tags are looked up in. */
export interface PlannedRow {
  readonly template: RowTemplate;
  readonly scopes: Scopes;
  /** The copy of its block that it belongs to; null outside of blocks. */
  readonly copy: object | null;
}

/** The rows of the finished sheet in their order. */
export function planRows({ rows, blocks }: SheetTemplate, data: Readonly<Record<string, unknown>>): PlannedRow[] {
  return rows.flatMap((row): PlannedRow[] => {
    const block = blocks.find(({ from, to }) => from <= row.number && row.number <= to);
    if (!block) return [{ template: row, scopes: [data], copy: null }];
    if (row.number !== block.from) return [];
    const inner = rows.filter(({ number }) => number >= block.from && number <= block.to);
    return sectionScopes(block.name, block.inverted, [data]).flatMap((scopes) => {
      const copy = {};
      return inner.map((template) => ({ template, scopes, copy }));
    });
  });
}

/**
 * An area of the template in the finished sheet, seen from a row: within one copy of a block it stays in the copy, from outside it goes over all
 * of them. Null when none of its rows is left.
 */
export function moveArea(area: Area, plan: readonly PlannedRow[], from: PlannedRow | null): Area | null {
  const places = plan.flatMap((row, index) => {
    const { number } = row.template;
    const here = number >= area.top && number <= area.bottom;
    return here && (from?.copy == null || row.copy === null || row.copy === from.copy) ? [index + 1] : [];
  });
  const [top, bottom] = [places[0], places.at(-1)];
  return top === undefined || bottom === undefined ? null : { ...area, top, bottom };
}
