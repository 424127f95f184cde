import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { imageSize } from 'image-size';
import type pg from 'pg';
import { insertRows } from '../insertRows.ts';

export interface SeedFile {
  readonly id: string;
  /** Where it lies in the checkout, or its bytes. */
  readonly source: string | Uint8Array;
  readonly filename: string;
  readonly type: string;
  readonly folder: string | null;
}

/** Puts a file into the local storage of Directus and registers it there. */
export async function storeFile(client: pg.ClientBase, uploads: string, file: SeedFile): Promise<void> {
  const disk = `${file.id}${extname(file.filename)}`;
  mkdirSync(uploads, { recursive: true });
  const bytes = typeof file.source === 'string' ? readFileSync(file.source) : file.source;
  writeFileSync(join(uploads, disk), bytes);
  // As Directus notes it at an upload: a picture without it counts as one that nobody has looked at.
  const size = file.type.startsWith('image/') ? imageSize(bytes) : undefined;
  const now = new Date();
  await insertRows(client, 'directus_files', [
    {
      id: file.id,
      storage: 'local',
      filename_disk: disk,
      filename_download: file.filename,
      title: file.filename.replace(/\.\w+$/, ''),
      type: file.type,
      folder: file.folder,
      filesize: bytes.length,
      width: size?.width ?? null,
      height: size?.height ?? null,
      uploaded_on: now,
      created_on: now,
      modified_on: now,
    },
  ]);
}
