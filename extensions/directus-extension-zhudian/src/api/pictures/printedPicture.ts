import { setTimeout as pause } from 'node:timers/promises';
import { ErrorCode, isDirectusError } from '@directus/errors';
import type { Accountability } from '@directus/types';
import { fileBytes } from '../runtime/fileBytes.ts';
import type { Runtime } from '../runtime/Runtime.ts';

/**
 * As pictures are printed: upright JPEG, as large as the paper needs. JPEG knows no opacity: without a ground of its own the
 * ink of a signature would stand on black.
 */
const PRINTED = {
  fit: 'inside',
  withoutEnlargement: true,
  format: 'jpg',
  quality: 75,
  transforms: [['flatten', { background: '#ffffff' }]],
} as const;

/** Enough for a picture as wide as the page. */
const USUAL_SIDE = 1280;
/** Milliseconds that are waited for a turn, and between two tries. */
const PATIENCE = 20_000;
const BETWEEN = 500;

/**
 * The one way in which a picture comes into a document, n8n's and ours alike. Waits while Directus is busy with others' pictures.
 * Rejects what the caller may not read and what cannot be drawn.
 *
 * @param accountability who asks; null for the system itself
 * @param side how many pixels the longer side has at most
 */
export async function printedPicture(file: string, accountability: Accountability | null, runtime: Runtime, side = USUAL_SIDE): Promise<Buffer> {
  const means = { ...runtime, schema: await runtime.getSchema() };
  const until = Date.now() + PATIENCE;
  for (;;) {
    try {
      const bytes = await fileBytes(file, means, { ...PRINTED, width: side, height: side }, accountability);
      if (bytes[0] !== 0xff || bytes[1] !== 0xd8) throw new Error(`file ${file} is no picture that can be printed`);
      return bytes;
    } catch (error) {
      if (Date.now() > until || !isDirectusError(error, ErrorCode.ServiceUnavailable)) throw error;
      await pause(BETWEEN);
    }
  }
}
