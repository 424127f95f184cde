import { createReadStream, existsSync } from 'node:fs';
import { open } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import tar from 'tar-stream';
import type { Headers } from 'tar-stream';
import { StackError } from '../stack/StackError.ts';
import { SEAL_MAGIC } from './seal.ts';
import { unseal } from './unseal.ts';
import { archiveTexts } from '../texts/archiveTexts.ts';

/** Reads an archive from its beginning to its end, one entry after the other; `visit` has to read or drain each. */
export async function readArchive(
  file: string,
  passphrase: string | undefined,
  visit: (header: Headers, content: Readable) => Promise<void>,
): Promise<void> {
  if (!existsSync(file)) throw new StackError(archiveTexts.noArchive(file), archiveTexts.noArchiveRemedy());
  const sealed = await isSealed(file);
  if (sealed && passphrase === undefined) {
    throw new StackError(archiveTexts.sealed(file), archiveTexts.passphraseRemedy());
  }
  const extract = tar.extract();
  const stages = [createReadStream(file), ...(sealed && passphrase !== undefined ? [unseal(passphrase)] : []), createGunzip(), extract];
  const read = pipeline(stages);
  try {
    for await (const entry of extract) {
      await visit(entry.header, entry);
      entry.resume();
    }
    await read;
  } catch (error) {
    const first = await read.then(
      () => error,
      (reason: unknown) => reason,
    );
    const cause = first instanceof StackError ? first : error;
    if (cause instanceof StackError) throw cause;
    throw new StackError(archiveTexts.unreadable(file, cause instanceof Error ? cause.message : String(cause)), archiveTexts.unreadableRemedy(), {
      cause,
    });
  }
}

async function isSealed(file: string): Promise<boolean> {
  const handle = await open(file, 'r');
  try {
    const { buffer } = await handle.read(Buffer.alloc(SEAL_MAGIC.length), 0, SEAL_MAGIC.length, 0);
    return buffer.equals(SEAL_MAGIC);
  } finally {
    await handle.close();
  }
}
