import type { Part } from './Part.ts';

export interface HangWatch {
  /** Milliseconds between two looks. */
  readonly every: number;
  /** Milliseconds without an answer after which a part is taken for hanging; a busy one answers in between. */
  readonly after: number;
  /** Whether something else is to blame for its silence: n8n does not answer while the database does not. */
  readonly isExcused?: () => Promise<boolean>;
  readonly tell: (part: Part, seconds: number) => void;
}

/**
 * Ends a part that runs and does not answer any more: whoever looks after those that end starts it again. A process can hang for ever where it would
 * long have been back had it died.
 */
export function watchHanging(part: Part, { every, after, isExcused, tell }: HangWatch): void {
  let silentSince: number | undefined;
  const look = async (): Promise<void> => {
    const { pid } = part;
    if (part.state !== 'running' || (await part.healthy()) || part.pid !== pid || pid === undefined) {
      silentSince = undefined;
      return;
    }
    if ((await isExcused?.()) === true) {
      silentSince = undefined;
      return;
    }
    silentSince ??= performance.now();
    const silent = performance.now() - silentSince;
    if (silent < after) return;
    silentSince = undefined;
    tell(part, Math.round(silent / 1000));
    // As a sudden death: one that is stopped hears nothing else.
    part.signal('SIGKILL');
  };
  const next = (): void => {
    setTimeout(() => void look().finally(next), every).unref();
  };
  next();
}
