import type { Runtime } from '../../runtime/Runtime.ts';

interface LoopOptions {
  readonly name: string;
  /** Milliseconds between two rounds when nothing wakes the loop. */
  readonly every: number;
  readonly round: () => Promise<void>;
}

/**
 * Does the same piece of work again and again: at once when woken, else after a pause. Never two rounds at a time.
 * A round that fails is logged and the next one comes all the same: a database that restarts needs no restart of ours.
 */
export class Loop {
  readonly #options: LoopOptions;
  readonly #logger: Runtime['logger'];
  #timer: NodeJS.Timeout | undefined;
  #running: Promise<void> | undefined;
  #again = false;
  #stopped = false;
  #failing = false;

  constructor(options: LoopOptions, logger: Runtime['logger']) {
    this.#options = options;
    this.#logger = logger;
  }

  wake(): void {
    if (this.#stopped) return;
    if (this.#running) {
      this.#again = true;
      return;
    }
    clearTimeout(this.#timer);
    this.#running = this.#run().finally(() => {
      this.#running = undefined;
      if (this.#stopped) return;
      if (this.#again) {
        this.#again = false;
        this.wake();
      } else {
        this.#timer = setTimeout(() => this.wake(), this.#options.every);
      }
    });
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    clearTimeout(this.#timer);
    await this.#running;
  }

  async #run(): Promise<void> {
    try {
      await this.#options.round();
      if (this.#failing) this.#logger.info(`zhudian ${this.#options.name}: works again`);
      this.#failing = false;
    } catch (error) {
      // The same fault every second would bury the log.
      if (!this.#failing) this.#logger.error(error, `zhudian ${this.#options.name}: this round failed, the next one will try again`);
      this.#failing = true;
    }
  }
}
