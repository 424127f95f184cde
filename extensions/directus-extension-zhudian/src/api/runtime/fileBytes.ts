import type { Caller } from './Caller.ts';

/**
 * A stored file whole, or a picture made from it.
 *
 * @param accountability who reads it; null for the system itself
 */
export async function fileBytes(
  file: string,
  { services, schema, database }: Pick<Caller, 'services' | 'schema' | 'database'>,
  transformationParams: object = {},
  accountability: Caller['accountability'] = null,
): Promise<Buffer> {
  const assets = new services.AssetsService({ schema, knex: database, accountability });
  const { stream } = await assets.getAsset(file, { transformationParams });
  const chunks: Buffer[] = [];
  for await (const chunk of stream as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks);
}
