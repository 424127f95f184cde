/** In so many milliseconds, counted from the first. */
const WINDOW = 15 * 60_000;
/** No more is kept: who tries more than this tries for the sake of the memory, and the oldest are forgotten. */
const KEPT = 50_000;

interface Tries {
  readonly until: number;
  readonly count: number;
}

/**
 * Counts the attempts to log in, for one account from one place. A lock of the account itself, which is what Directus has, could be used by
 * a stranger against whoever's address they know.
 */
export class LoginAttempts {
  /** So many are made before one has to wait. */
  readonly most = 10;
  readonly #tries = new Map<string, Tries>();

  /** Counts an attempt. Gives when the next may be made; null when this one may. */
  begin(key: string, now: number): Date | null {
    const known = this.#tries.get(key);
    const { until, count } = known && known.until > now ? known : { until: now + WINDOW, count: 0 };
    if (count >= this.most) return new Date(until);
    this.#tries.delete(key);
    this.#tries.set(key, { until, count: count + 1 });
    const [oldest] = this.#tries.keys();
    if (this.#tries.size > KEPT && oldest !== undefined) this.#tries.delete(oldest);
    return null;
  }

  /** Whoever has got in starts anew. */
  succeeded(key: string): void {
    this.#tries.delete(key);
  }
}
