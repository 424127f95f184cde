import { throwFaults } from '../errors/fieldFaults.ts';
import type { Caller } from '../runtime/Caller.ts';
import { keyOf } from '../runtime/nestedRows.ts';
import { readSeen } from './readSeen.ts';

/**
 * Refuses a link to a file that the caller may not read: whoever sees the row sees its file, so that a link to somebody else's would open
 * it.
 */
export async function checkFile(collection: string, payload: Record<string, unknown>, caller: Caller): Promise<void> {
  const { accountability, schema } = caller;
  if (accountability === null || accountability.admin) return;
  for (const { field, related_collection: related, collection: at } of schema.relations) {
    // A file that is made with the link has no key yet.
    const key = at === collection && related === 'directus_files' ? keyOf(payload[field]) : null;
    if (key === null || (await isOpen(key, accountability.user, caller))) continue;
    throwFaults(collection, [{ field, rule: 'file.visible', message: '文件不存在，或您无权查看；请重新上传' }]);
  }
}

async function isOpen(key: string, user: string | null, caller: Caller): Promise<boolean> {
  const { database } = caller;
  const own: unknown = await database('directus_files').whereRaw('id = zhudian_uuid(?)', [key]).where({ uploaded_by: user }).first('id');
  return Boolean(own) || (await readSeen('directus_files', key, ['id'], caller, caller)) !== undefined;
}
