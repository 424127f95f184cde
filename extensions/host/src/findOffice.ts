import { access, constants } from 'node:fs/promises';
import { delimiter, join } from 'node:path';

const NAMES = ['soffice', 'libreoffice'];

/**
 * LibreOffice's program: the one that is named, else the first one in the search path; null when there is none, or it is not wanted
 * (`off`).
 */
export async function findOffice(named: string, searchPath = process.env.PATH ?? ''): Promise<string | null> {
  if (named === 'off') return null;
  const candidates = named ? [named] : searchPath.split(delimiter).flatMap((folder) => NAMES.map((name) => join(folder, name)));
  for (const candidate of candidates) {
    const usable = await access(candidate, constants.X_OK).then(
      () => true,
      () => false,
    );
    if (usable) return candidate;
  }
  return null;
}
