import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** Milliseconds without a byte after which whoever sends is gone: Directus never ends the stream of an upload that broke off. */
const SILENCE = 120_000;

export interface Spooled {
  readonly path: string;
  readonly remove: () => Promise<void>;
}

/** Keeps a stream as a file until it has been looked at as a whole: a phone may take minutes to send it. */
export async function spoolStream(stream: Readable, silence = SILENCE): Promise<Spooled> {
  const folder = await mkdtemp(join(tmpdir(), 'zhudian-picture-'));
  const path = join(folder, 'picture');
  const remove = (): Promise<void> => rm(folder, { recursive: true, force: true });
  const late = setTimeout(() => stream.destroy(new Error('the upload broke off')), silence);
  stream.on('data', () => void late.refresh());
  try {
    await pipeline(stream, createWriteStream(path));
    return { path, remove };
  } catch (error) {
    await remove();
    throw error;
  } finally {
    clearTimeout(late);
  }
}
