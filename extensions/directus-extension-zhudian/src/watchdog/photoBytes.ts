import type { PhotoFacts } from '@zhudian/core/hazards/HazardFacts.ts';
import type { Runtime } from '../Runtime.ts';

/** Photos as documents carry them: upright JPEG, at most 1280 pixels. A photo that cannot be read is left out. */
export async function photoBytes(photos: readonly PhotoFacts[], runtime: Runtime): Promise<Record<string, Uint8Array>> {
  const assets = new runtime.services.AssetsService({ schema: await runtime.getSchema(), knex: runtime.database });
  const bytes: Record<string, Uint8Array> = {};
  for (const { file } of photos) {
    try {
      const transformationParams = { width: 1280, height: 1280, fit: 'inside', withoutEnlargement: true, format: 'jpg', quality: 75 } as const;
      const { stream } = await assets.getAsset(file, { transformationParams });
      const chunks: Buffer[] = [];
      for await (const chunk of stream as AsyncIterable<Buffer>) chunks.push(chunk);
      bytes[file] = Buffer.concat(chunks);
    } catch (error) {
      runtime.logger.warn(error, `zhudian: photo ${file} is left out of the report`);
    }
  }
  return bytes;
}
