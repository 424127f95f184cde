import { DRAWN_TYPES } from '@zhudian/core/pictures/drawnTypes.ts';
import type { Knex } from 'knex';
import type { Runtime } from '../runtime/Runtime.ts';
import { LONGEST_KEPT } from './readPicture.ts';
import { takePicture } from './takePicture.ts';

interface Old {
  readonly id: string;
  readonly type: string;
  readonly filename_download: string;
}

/** What could not be mended is let be until the next start. */
const given = new Set<string>();

/**
 * Makes one linked picture drawable that was stored before uploads were looked at: an iPhone's HEIC, one too large for Directus. One a round: no
 * shutdown waits for more.
 */
export async function mendPicture(runtime: Runtime): Promise<void> {
  const { database, services, getSchema, logger } = runtime;
  const old = await oldest(database);
  if (!old) return;
  given.add(old.id);
  const { id, type, filename_download } = old;
  const schema = await getSchema();
  const { stream } = await new services.AssetsService({ schema, knex: database }).getAsset(id, { transformationParams: {} });
  try {
    const taken = await takePicture(stream, { type, filename_download }, runtime);
    try {
      await new services.FilesService({ schema, knex: database }).uploadOne(taken.stream, taken.said, id);
      logger.info(`zhudian: picture ${id} was stored as ${type} and is ${taken.said.type ?? ''} now`);
    } finally {
      await taken.done();
    }
  } catch (error) {
    logger.warn(error, `zhudian: picture ${id} (${type}) cannot be drawn and stays as it is`);
  }
}

async function oldest(database: Knex): Promise<Old | undefined> {
  const files = (table: string, column: string): Knex.QueryBuilder => database(table).select({ file: column });
  const linked = files('visits_photos', 'file').unionAll([
    files('hazards_photos_before', 'file'),
    files('hazards_photos_after', 'file'),
    files('visit_inspectors', 'signature').whereNotNull('signature'),
  ]);
  return await database('directus_files')
    .whereIn('id', linked)
    .whereLike('type', 'image/%')
    .where('filesize', '>', 0)
    .whereNotIn('id', [...given])
    .where(
      (odd) =>
        void odd
          .whereNotIn('type', [...DRAWN_TYPES])
          .orWhereNull('width')
          .orWhere('width', '>', LONGEST_KEPT)
          .orWhere('height', '>', LONGEST_KEPT),
    )
    .orderBy('uploaded_on')
    .first<Old | undefined>('id', 'type', 'filename_download');
}
