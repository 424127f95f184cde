import { parseArea } from './parseArea.ts';
import type { Area } from './SheetTemplate.ts';

/** The ranges that `SUM(…)` adds up; null when the formula is anything else. */
export function parseSum(formula: string): Area[] | null {
  const inner = /^=?\s*SUM\(([^()]*)\)$/i.exec(formula.trim())?.[1];
  if (inner === undefined) return null;
  const areas = inner.toUpperCase().split(/[,;]/).map(parseArea);
  return areas.every((area) => area !== null) ? areas : null;
}
