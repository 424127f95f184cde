import { Worker } from 'node:worker_threads';
import { Turns } from './Turns.ts';

/** Beside the bundle when it runs, beside this folder in the tests. */
const WORKER = new URL('../heic/decodeHeic.mjs', import.meta.url);
/** An iPhone's largest photo has 48 million; each takes eight bytes while it is decoded. */
const MOST_PIXELS = 64_000_000;
const MOST_TIME = 120_000;
/** One at a time: two of the largest would take a gigabyte. */
const turns = new Turns(1);

/** A picture as bare pixels: red, green, blue and opacity, a byte each. */
export interface Pixels {
  readonly data: Uint8ClampedArray;
  readonly width: number;
  readonly height: number;
}

/** Decodes a HEIC picture (HEVC, which libvips is built without), upright. Rejects what is broken, too large or takes too long. */
export async function decodeHeic(bytes: Uint8Array): Promise<Pixels> {
  return await turns.take(
    async () =>
      await new Promise<Pixels>((resolve, reject) => {
        const worker = new Worker(WORKER, { workerData: { bytes, mostPixels: MOST_PIXELS } });
        const late = setTimeout(() => void worker.terminate(), MOST_TIME);
        worker.once('message', resolve);
        worker.once('error', reject);
        worker.once('exit', () => {
          clearTimeout(late);
          reject(new Error('the decoder ended without a picture'));
        });
      }),
  );
}
