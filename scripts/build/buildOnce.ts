import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * Builds `<build>/<name>` in a draft folder and moves it into place, unless what is there came from the same inputs
 * (`stamp`). An interrupted build leaves the old result. Drafts and stamps lie apart: Directus loads every folder it finds
 * among its extensions.
 */
export async function buildOnce(build: string, name: string, stamp: string, make: (draft: string) => Promise<void>): Promise<'built' | 'unchanged'> {
  const folder = join(build, name);
  const stampFile = join(build, '.stamps', name);
  if (existsSync(folder) && existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return 'unchanged';
  const draft = join(build, '.drafts', `${name.replaceAll('/', '-')}-${process.pid}`);
  for (const path of [folder, stampFile, draft]) mkdirSync(dirname(path), { recursive: true });
  rmSync(draft, { recursive: true, force: true });
  try {
    await make(draft);
    rmSync(stampFile, { force: true });
    rmSync(folder, { recursive: true, force: true });
    renameSync(draft, folder);
    writeFileSync(stampFile, stamp);
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
  return 'built';
}
