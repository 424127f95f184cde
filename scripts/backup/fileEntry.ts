import { open } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import type { ArchiveEntry } from './ArchiveEntry.ts';

/** The entry of a file that may change or vanish meanwhile: exactly as many bytes as it has now. Undefined when it is gone. */
export async function fileEntry(name: string, path: string): Promise<ArchiveEntry | undefined> {
  let handle: FileHandle;
  try {
    handle = await open(path, 'r');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
  const { size } = await handle.stat();
  return { name, size, content: exactly(handle, size) };
}

async function* exactly(handle: FileHandle, size: number): AsyncGenerator<Buffer> {
  let left = size;
  try {
    if (size > 0) {
      for await (const chunk of handle.createReadStream({
        start: 0,
        end: size - 1,
        autoClose: false,
        highWaterMark: 1 << 18,
      }) as AsyncIterable<Buffer>) {
        left -= chunk.length;
        yield chunk;
      }
    }
    // A table that shrank under the copy: what was cut off is of no meaning to the recovery that follows.
    for (; left > 0; left -= Math.min(left, 1 << 16)) yield Buffer.alloc(Math.min(left, 1 << 16));
  } finally {
    await handle.close();
  }
}
