import { throwFaults } from '../errors/fieldFaults.ts';
import type { Caller } from '../runtime/Caller.ts';
import { keyOf } from '../runtime/nestedRows.ts';
import { readSeen } from './readSeen.ts';

/** The links to files that callers make. */
const FILES: Readonly<Record<string, string>> = {
  visits_photos: 'file',
  visit_inspectors: 'signature',
  hazards_photos_before: 'file',
  hazards_photos_after: 'file',
  evaluations_files: 'file',
};

/**
 * Refuses a link to a file that the caller may not read: whoever sees the row sees its file, so that a link to somebody else's would open
 * it.
 */
export async function checkFile(collection: string, payload: Record<string, unknown>, caller: Caller): Promise<void> {
  const field = FILES[collection];
  const { accountability, database } = caller;
  if (field === undefined || accountability === null || accountability.admin) return;
  // A file that is made with the link, or none.
  const key = keyOf(payload[field]);
  if (key === null) return;
  const own: unknown = await database('directus_files')
    .whereRaw('id = zhudian_uuid(?)', [key])
    .where({ uploaded_by: accountability.user })
    .first('id');
  if (own) return;
  if (await readSeen('directus_files', key, ['id'], caller, caller)) return;
  throwFaults(collection, [{ field, rule: 'file.visible', message: '文件不存在，或您无权查看；请重新上传' }]);
}
