interface OutageOptions {
  /** Milliseconds it has to last before it is told. */
  readonly after: number;
  /** Milliseconds between two messages about it. */
  readonly repeat: number;
  /** Hands a text to the group's robot; rejects when the robot did not take it. */
  readonly tell: (text: string) => Promise<unknown>;
}

/**
 * A trouble that is remembered in this process, because the database, which remembers all others, may be the trouble itself. Told when it has
 * lasted, now and then while it goes on, and when it is over. Every instance that sees it tells it.
 */
export class Outage {
  readonly #options: OutageOptions;
  #since: number | undefined;
  #toldAt: number | undefined;

  constructor(options: OutageOptions) {
    this.#options = options;
  }

  get isTold(): boolean {
    return this.#toldAt !== undefined;
  }

  /**
   * Notes how it is now and tells what has to be told. Rejects when the robot did not take it: the next look tries again.
   *
   * @param trouble what the robot says of it, once it has lasted so many minutes; undefined while all is well
   * @param allClear what it says when it is over
   * @param now milliseconds
   */
  async look(trouble: ((minutes: number) => string) | undefined, allClear: string, now: number): Promise<void> {
    const { after, repeat, tell } = this.#options;
    if (!trouble) {
      this.#since = undefined;
      if (this.#toldAt !== undefined) await tell(allClear);
      this.#toldAt = undefined;
      return;
    }
    this.#since ??= now;
    if (now - this.#since < after || (this.#toldAt !== undefined && now - this.#toldAt < repeat)) return;
    await tell(trouble(Math.floor((now - this.#since) / 60_000)));
    this.#toldAt = now;
  }
}
