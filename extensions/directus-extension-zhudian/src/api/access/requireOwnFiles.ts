import { ForbiddenError } from '@directus/errors';
import type { Caller } from '../runtime/Caller.ts';
import { actorOf } from './actorOf.ts';

/** Refuses to delete files of somebody else, before any rule says why such a file has to stay. The city office keeps the files of all. */
export async function requireOwnFiles(keys: readonly string[], caller: Caller): Promise<void> {
  const { accountability, database } = caller;
  if (accountability === null || accountability.admin || actorOf(caller) === 'city') return;
  const own: unknown[] = await database('directus_files').whereIn('id', keys).where({ uploaded_by: accountability.user }).select('id');
  if (own.length < new Set(keys).size) throw new ForbiddenError();
}
