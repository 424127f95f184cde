import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod/v4';

const Note = z.object({
  at: z.iso.datetime(),
  file: z.string(),
  /** Uploads that are not in it because they lie in another storage than the folder. */
  elsewhere: z.number().int().default(0),
});
const NAME = 'last-backup.json';

/** The last archive that was whole; undefined when there is none, or the note cannot be read. */
export function lastBackup(dataDir: string): z.infer<typeof Note> | undefined {
  const file = join(dataDir, NAME);
  try {
    return existsSync(file) ? Note.parse(JSON.parse(readFileSync(file, 'utf8'))) : undefined;
  } catch {
    return undefined;
  }
}

/** Noted in the data folder, so that the doctor knows of it wherever archives go. */
export function noteBackup(dataDir: string, note: z.input<typeof Note>): void {
  writeFileSync(join(dataDir, `${NAME}.new`), JSON.stringify(note), { mode: 0o600 });
  renameSync(join(dataDir, `${NAME}.new`), join(dataDir, NAME));
}
