import { ForbiddenError } from '@directus/errors';

/**
 * Refuses a name on the disk that a caller gives. Directus names what it stores after the file's id, and when a file is deleted it deletes
 * everything whose name begins like that file's: whoever could name a file “a” could delete every file that begins with an a.
 */
export function requireOwnFileName(payload: Record<string, unknown>): void {
  if ('filename_disk' in payload) throw new ForbiddenError();
}
