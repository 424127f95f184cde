/**
 * The name that somebody may have meant.
 *
 * @returns the nearest one; undefined when more than a third of the letters would have to be others
 */
export function nearestName(written: string, names: Iterable<string>): string | undefined {
  const plain = written.toUpperCase().replaceAll(/[^A-Z0-9_]/g, '');
  const [nearest] = [...names]
    .map((name) => ({ name, steps: distance(plain, name) }))
    .sort((a, b) => a.steps - b.steps || (a.name < b.name ? -1 : 1));
  return nearest && nearest.steps <= Math.max(2, nearest.name.length / 3) ? nearest.name : undefined;
}

/** Letters to insert, delete, exchange or swap with their neighbour until one text is the other. */
function distance(from: string, to: string): number {
  const rows: number[][] = [Array.from({ length: to.length + 1 }, (_, index) => index)];
  const at = (row: number, column: number): number => rows[row]?.[column] ?? Infinity;
  for (let row = 1; row <= from.length; row += 1) {
    const steps = [row];
    rows[row] = steps;
    for (let column = 1; column <= to.length; column += 1) {
      const same = from[row - 1] === to[column - 1] ? 0 : 1;
      const swapped = row > 1 && column > 1 && from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1];
      steps.push(
        Math.min(at(row - 1, column) + 1, at(row, column - 1) + 1, at(row - 1, column - 1) + same, swapped ? at(row - 2, column - 2) + 1 : Infinity),
      );
    }
  }
  return at(from.length, to.length);
}
