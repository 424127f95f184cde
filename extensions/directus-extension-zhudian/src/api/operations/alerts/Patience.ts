import type { Watched } from './Watched.ts';

/** Keeps back troubles that have only begun: a part that is started anew, a backlog just after it, are no alarm. */
export class Patience {
  readonly #milliseconds: number;
  readonly #since = new Map<string, number>();

  /** @param milliseconds how long a trouble has to last */
  constructor(milliseconds: number) {
    this.#milliseconds = milliseconds;
  }

  /** Those worth a word by now: what has lasted, and what is well. */
  lasting(watched: readonly Watched[], now: number): Watched[] {
    return watched.filter(({ key, isTrouble }) => {
      const since = this.#since.get(key) ?? now;
      if (isTrouble) this.#since.set(key, since);
      else this.#since.delete(key);
      return !isTrouble || now - since >= this.#milliseconds;
    });
  }
}
