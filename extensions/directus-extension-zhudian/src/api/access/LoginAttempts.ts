/** In so many milliseconds, counted from the first. */
const WINDOW = 15 * 60_000;
/** No more is kept: who tries more than this tries for the sake of the memory, and the oldest are forgotten. */
const KEPT = 50_000;

interface Tries {
  readonly until: number;
  readonly count: number;
}

/**
 * Counts attempts: to log in to one account from one place, or from one place at all. A lock of the account itself, which is what Directus has,
 * could be used by a stranger against whoever's address they know.
 */
export class LoginAttempts {
  /** So many are made before one has to wait. */
  readonly most: number;
  readonly #tries = new Map<string, Tries>();

  constructor(most = 10) {
    this.most = most;
  }

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

  /** Takes an attempt back that was none: an office logs in from one address. */
  forget(key: string): void {
    const known = this.#tries.get(key);
    if (known) this.#tries.set(key, { ...known, count: known.count - 1 });
  }

  /** Whoever has got in starts anew. */
  succeeded(key: string): void {
    this.#tries.delete(key);
  }
}
