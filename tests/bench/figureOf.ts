import type { Figure } from './Figure.ts';

/** A figure, its goal last: many have none. */
export function figureOf(name: string, unit: string, measured: number, samples: number, goal: number | null = null): Figure {
  return { name, unit, measured, goal, samples };
}
