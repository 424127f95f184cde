import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';

/** One hash over files and folders (names and contents), and whatever else a result depends on. Missing paths count as empty. */
export function fingerprint(repository: string, paths: string[], ...others: unknown[]): string {
  const hash = createHash('sha256').update(JSON.stringify(others));
  for (const path of paths) {
    for (const file of filesBelow(join(repository, path))) {
      hash.update(`\0${relative(repository, file)}\0`).update(readFileSync(file));
    }
  }
  return hash.digest('hex');
}

function filesBelow(path: string): string[] {
  if (!existsSync(path)) return [];
  if (statSync(path).isFile()) return [path];
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => !/(^|[/\\])(node_modules|dist)[/\\]|\.test\.ts$/.test(relative(path, file)))
    .sort();
}
