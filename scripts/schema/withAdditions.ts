import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DUMP } from './directusSync.ts';
import type { Snapshot } from './Snapshot.ts';

/** Lends a copy of the dump that describes an installation's own additions as well. */
export async function withAdditions<T>({ collections, fields, relations }: Snapshot, work: (dump: string) => Promise<T>): Promise<T> {
  const copy = await mkdtemp(join(tmpdir(), 'zhudian-schema-'));
  try {
    await cp(DUMP, copy, { recursive: true });
    // The names of these files mean nothing; what is in them does.
    const parts = [
      ...collections.map((one) => ['collections', one] as const),
      ...fields.map((one) => ['fields', one] as const),
      ...relations.map((one) => ['relations', one] as const),
    ];
    for (const [number, [part, one]] of parts.entries()) {
      const folder = join(copy, 'snapshot', part, 'additions');
      await mkdir(folder, { recursive: true });
      await writeFile(join(folder, `${number}.json`), JSON.stringify(one));
    }
    return await work(copy);
  } finally {
    await rm(copy, { recursive: true, force: true });
  }
}
