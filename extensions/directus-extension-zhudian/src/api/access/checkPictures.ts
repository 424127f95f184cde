import { validatePicture, type LinkedFile } from '@zhudian/core/pictures/validatePicture.ts';
import { purposeFault, type Misuse } from '@zhudian/core/pictures/purposeFault.ts';
import type { Knex } from 'knex';
import { throwFaults } from '../errors/fieldFaults.ts';
import type { Caller } from '../runtime/Caller.ts';
import type { Payload } from '../runtime/Payload.ts';
import { keyOf } from '../runtime/nestedRows.ts';

/** The links under which documents and pages show a picture. */
const PICTURES: Readonly<Record<string, string>> = {
  visits_photos: 'file',
  visit_inspectors: 'signature',
  hazards_photos_before: 'file',
  hazards_photos_after: 'file',
};

/** The rows that a photo may hang on: it shows these, on their own occasion. */
const PHOTO_OF: Readonly<Record<string, string>> = { visits_photos: 'visit', hazards_photos_before: 'hazard', hazards_photos_after: 'hazard' };

/**
 * Refuses to link as a photo or a signature what is none, and as a photo what has another purpose. A file that is not there is another rule's.
 *
 * @param keys the links that are changed; none for a new one
 */
export async function checkPicture(collection: string, payload: Payload, keys: readonly string[], { database }: Caller): Promise<void> {
  const field = PICTURES[collection];
  const key = field === undefined ? null : keyOf(payload[field]);
  if (field === undefined || key === null) return;
  const row: { type: string | null; filesize: string | number | null } | undefined = await database('directus_files')
    .whereRaw('id = zhudian_uuid(?)', [key])
    .first('type', 'filesize');
  if (!row) return;
  const file: LinkedFile = { type: row.type, filesize: row.filesize === null ? null : Number(row.filesize) };
  throwFaults(collection, validatePicture(field, file));
  for (const parent of await parentsOf(collection, payload, keys, database))
    throwFaults(collection, purposeFault(field, await misuseOf(collection, parent, key, database)));
}

/** What the photo is hung on, where that or the photo is new. */
async function parentsOf(collection: string, payload: Payload, keys: readonly string[], database: Knex): Promise<string[]> {
  const field = PHOTO_OF[collection];
  if (field === undefined) return [];
  const named = keyOf(payload[field]);
  if (keys.length === 0 || named !== null) return named === null ? [] : [named];
  const rows: { parent: string; file: string }[] = await database(collection)
    .whereIn('id', keys)
    .select(database.raw('?? AS parent', [field]), 'file');
  return rows.filter(({ file }) => file !== keyOf(payload.file)).map(({ parent }) => parent);
}

async function misuseOf(collection: string, parent: string, file: string, database: Knex): Promise<Misuse | null> {
  const { rows } = await database.raw<{ rows: [{ misuse: Misuse | null }] }>(
    'SELECT zhudian_photo_misused(?, zhudian_uuid(?), zhudian_uuid(?)) AS misuse',
    [collection, parent, file],
  );
  return rows[0].misuse;
}
