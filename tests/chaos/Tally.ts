/** How often each thing happened. */
export class Tally {
  readonly counts: Record<string, number> = {};

  add(what: string): void {
    this.counts[what] = (this.counts[what] ?? 0) + 1;
  }

  /** Of everything whose name ends so. */
  sum(ending: string): number {
    return Object.entries(this.counts).reduce((sum, [what, count]) => sum + (what.endsWith(ending) ? count : 0), 0);
  }
}
