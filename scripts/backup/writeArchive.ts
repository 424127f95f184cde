import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { open, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import tar from 'tar-stream';
import type { ArchiveEntry } from './ArchiveEntry.ts';
import { MANIFEST_NAME } from './Manifest.ts';
import type { Manifest } from './Manifest.ts';
import { seal } from './seal.ts';

/**
 * Writes entries and, last, the manifest with their hashes; comes back when all is on the disk. What is not whole is deleted.
 *
 * @param describe makes the rest of the manifest, after the last entry
 */
export async function writeArchive(
  file: string,
  entries: AsyncIterable<ArchiveEntry>,
  describe: () => Omit<Manifest, 'files' | 'format'>,
  passphrase?: string,
): Promise<Manifest> {
  const pack = tar.pack();
  const stages = [createGzip({ level: 3 }), ...(passphrase === undefined ? [] : [seal(passphrase)]), createWriteStream(file, { mode: 0o600 })];
  const written = pipeline([pack, ...stages]);
  const filled = (async () => {
    const files: Manifest['files'] = {};
    for await (const { name, size, content } of entries) {
      if (name.endsWith('/')) {
        pack.entry({ name, type: 'directory', mode: 0o700 });
        continue;
      }
      const hash = createHash('sha256');
      await pipeline(Readable.from(hashed(content, hash)), pack.entry({ name, size, type: 'file', mode: 0o600 }));
      files[name] = { size, sha256: hash.digest('hex') };
    }
    const manifest: Manifest = { format: 1, ...describe(), files };
    pack.entry({ name: MANIFEST_NAME, mode: 0o600 }, JSON.stringify(manifest));
    pack.finalize();
    return manifest;
  })();
  try {
    const [manifest] = await Promise.all([
      filled.catch((error: unknown) => {
        pack.destroy(error as Error);
        throw error;
      }),
      written,
    ]);
    const handle = await open(file, 'r+');
    await handle.sync();
    await handle.close();
    return manifest;
  } catch (error) {
    await rm(file, { force: true });
    throw error;
  }
}

async function* hashed(content: ArchiveEntry['content'], hash: { update(chunk: Buffer): unknown }): AsyncGenerator<Buffer> {
  for await (const chunk of content) {
    hash.update(chunk);
    yield chunk;
  }
}
