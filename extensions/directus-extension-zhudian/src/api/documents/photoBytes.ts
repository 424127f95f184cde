import type { PhotoFacts } from '@zhudian/core/hazards/HazardFacts.ts';
import { printedPicture } from '../pictures/printedPicture.ts';
import type { Runtime } from '../runtime/Runtime.ts';

/** Photos as documents carry them, by their files. One that cannot be printed is left out: the document says so in its place. */
export async function photoBytes(photos: readonly PhotoFacts[], runtime: Runtime): Promise<Record<string, Uint8Array>> {
  const bytes: Record<string, Uint8Array> = {};
  for (const { file, side } of photos) {
    try {
      bytes[file] = await printedPicture(file, null, runtime, side);
    } catch (error) {
      runtime.logger.warn(error, `zhudian: picture ${file} is left out of the document`);
    }
  }
  return bytes;
}
