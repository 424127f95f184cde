import { validatePicture, type LinkedFile } from '@zhudian/core/pictures/validatePicture.ts';
import { throwFaults } from '../errors/fieldFaults.ts';
import type { Caller } from '../runtime/Caller.ts';
import { keyOf } from '../runtime/nestedRows.ts';

/** The links under which documents and pages show a picture. */
const PICTURES: Readonly<Record<string, string>> = {
  visits_photos: 'file',
  visit_inspectors: 'signature',
  hazards_photos_before: 'file',
  hazards_photos_after: 'file',
};

/** Refuses to link as a photo or a signature what is none. A file that is not there is another rule's. */
export async function checkPicture(collection: string, payload: Record<string, unknown>, { database }: Caller): Promise<void> {
  const field = PICTURES[collection];
  const key = field === undefined ? null : keyOf(payload[field]);
  if (field === undefined || key === null) return;
  const row: { type: string | null; filesize: string | number | null } | undefined = await database('directus_files')
    .whereRaw('id = zhudian_uuid(?)', [key])
    .first('type', 'filesize');
  if (!row) return;
  const file: LinkedFile = { type: row.type, filesize: row.filesize === null ? null : Number(row.filesize) };
  throwFaults(collection, validatePicture(field, file));
}
