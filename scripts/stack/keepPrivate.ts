import { chmodSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** PostgreSQL looks after its own folder, which under root belongs to its account; a disk's `lost+found` is no file of ours. */
const OTHERS = new Set(['postgres', 'postgres.new', 'lost+found']);

/**
 * Keeps what is in the data folder from every other account of the machine: whatever this process and its children make from now on, and the
 * folders and files that are there. Only their outermost ones are closed: nobody gets past those.
 */
export function keepPrivate(dataDir: string): void {
  if (process.platform === 'win32') return;
  process.umask(0o077);
  // Under root PostgreSQL runs as an account of its own, which has to get through to its folder; it cannot list this one.
  chmodSync(dataDir, process.getuid?.() === 0 ? 0o711 : 0o700);
  for (const path of openPaths(dataDir)) chmodSync(path, statSync(path).mode & 0o700);
}

/** What lies in the data folder and other accounts may enter or read. */
export function openPaths(dataDir: string): string[] {
  if (process.platform === 'win32') return [];
  return readdirSync(dataDir, { withFileTypes: true })
    .filter((entry) => !OTHERS.has(entry.name) && !entry.isSymbolicLink())
    .map((entry) => join(dataDir, entry.name))
    .filter((path) => ((statSync(path, { throwIfNoEntry: false })?.mode ?? 0) & 0o077) !== 0);
}
