import type { FieldFault } from '@zhudian/core/errors/FieldFault.ts';
import { verificationFaults } from '@zhudian/core/hazards/verificationFaults.ts';
import type { Knex } from 'knex';
import { keyOf, nestedRows } from '../runtime/nestedRows.ts';
import type { Payload } from '../runtime/Payload.ts';

/** What a hazard lacks that is, or becomes, verified: who looked, and a note or a picture of somebody else than who claims it. */
export async function evidenceFaults(hazard: Payload, change: Payload, database: Knex): Promise<FieldFault[]> {
  if (hazard.status !== 'verified') return [];
  return verificationFaults(hazard, await isPictured(hazard, change.photos_after, database));
}

async function isPictured(hazard: Payload, change: unknown, database: Knex): Promise<boolean> {
  const current = await database('hazards_photos_after')
    .where({ hazard: hazard.id as string })
    .select('id', 'file');
  const rows = nestedRows(current, change);
  // One that is made with this very request is whose it is.
  if (rows.some(({ file }) => typeof file === 'object' && file !== null && keyOf(file) === null)) return true;
  const files = rows.map(({ file }) => keyOf(file)).filter((key) => key !== null);
  if (files.length === 0) return false;
  const other: unknown = await database('directus_files')
    .whereRaw('id = ANY (zhudian_uuids(?))', [files])
    .whereRaw('uploaded_by IS DISTINCT FROM zhudian_uuid(?)', [hazard.rectified_by ?? null])
    .first('id');
  return other !== undefined;
}
