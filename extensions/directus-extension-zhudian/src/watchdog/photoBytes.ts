import type { PhotoFacts } from '@zhudian/core/hazards/HazardFacts.ts';
import { fileBytes } from '../documents/fileBytes.ts';
import type { Runtime } from '../Runtime.ts';

/** Photos as documents carry them: upright JPEG, at most 1280 pixels. A photo that cannot be read is left out. */
export async function photoBytes(photos: readonly PhotoFacts[], runtime: Runtime): Promise<Record<string, Uint8Array>> {
  const from = { ...runtime, schema: await runtime.getSchema() };
  const bytes: Record<string, Uint8Array> = {};
  for (const { file } of photos) {
    try {
      const transformationParams = { width: 1280, height: 1280, fit: 'inside', withoutEnlargement: true, format: 'jpg', quality: 75 } as const;
      bytes[file] = await fileBytes(file, from, transformationParams);
    } catch (error) {
      runtime.logger.warn(error, `zhudian: photo ${file} is left out of the report`);
    }
  }
  return bytes;
}
