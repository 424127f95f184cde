import { createHash } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { StackError } from '../stack/StackError.ts';
import { Manifest, MANIFEST_NAME } from './Manifest.ts';
import { readArchive } from './readArchive.ts';
import { archiveTexts } from '../texts/archiveTexts.ts';

/** Names that may be unpacked: below the parts of a data folder, nowhere else. */
const NAME = /^(?:postgres|uploads|n8n|workflows-replaced)\/|^(?:secrets|manifest)\.json$|^settings\.env$/;

/** Reads an archive whole and compares every file with the manifest, before anybody relies on it. Writes nothing. */
export async function verifyArchive(file: string, passphrase?: string): Promise<Manifest> {
  const found: Manifest['files'] = {};
  let text: string | undefined;
  await readArchive(file, passphrase, async ({ name, type }, content) => {
    if (!NAME.test(name) || name.split('/').includes('..') || (type !== 'file' && type !== 'directory'))
      throw damaged(file, archiveTexts.strangeEntry(JSON.stringify(name)));
    if (type === 'directory') return;
    if (name === MANIFEST_NAME) {
      text = (await buffer(content)).toString();
      return;
    }
    const hash = createHash('sha256');
    let size = 0;
    for await (const chunk of content as AsyncIterable<Buffer>) {
      hash.update(chunk);
      size += chunk.length;
    }
    found[name] = { size, sha256: hash.digest('hex') };
  });
  if (text === undefined) throw damaged(file, archiveTexts.noList());
  const parsed = Manifest.safeParse(JSON.parse(text));
  if (!parsed.success) throw damaged(file, archiveTexts.otherList());
  const { files } = parsed.data;
  for (const name of new Set([...Object.keys(files), ...Object.keys(found)])) {
    if (files[name]?.sha256 !== found[name]?.sha256 || files[name]?.size !== found[name]?.size) throw damaged(file, archiveTexts.otherBytes(name));
  }
  return parsed.data;
}

function damaged(file: string, what: string): StackError {
  return new StackError(archiveTexts.damaged(file, what), archiveTexts.damagedRemedy());
}
