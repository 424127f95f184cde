import { Readable } from 'node:stream';
import { Zip, ZipPassThrough } from 'fflate';
import type { Knex } from 'knex';

/** A .zip of the parts of a batch, one part in memory at a time. They are .docx, packed already: they are stored as they are. */
export function zipParts(document: string, period: string, database: Knex): Readable {
  return Readable.from(chunks(document, period, database));
}

async function* chunks(document: string, period: string, database: Knex): AsyncGenerator<Uint8Array> {
  const ready: Uint8Array[] = [];
  const zip = new Zip((error, data) => {
    if (error) throw error;
    ready.push(data);
  });
  // The same archive for the same parts: its files are of the month they are about.
  const [year = 2000, month = 1] = period.split('-').map(Number);
  const mtime = new Date(year, month - 1, 1);
  const names = await database('document_parts').where({ document }).orderByRaw('name COLLATE "C"').select<{ name: string }[]>('name');
  for (const { name } of names) {
    const part: { content: Buffer } | undefined = await database('document_parts').where({ document, name }).first('content');
    if (!part) continue;
    const entry = new ZipPassThrough(name);
    entry.mtime = mtime;
    zip.add(entry);
    entry.push(part.content, true);
    yield* ready.splice(0);
  }
  zip.end();
  yield* ready.splice(0);
}
