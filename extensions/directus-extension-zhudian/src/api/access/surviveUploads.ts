import type { EventEmitter } from 'node:events';
import { createRequire } from 'node:module';
import type { Readable } from 'node:stream';

type Emitter = Pick<EventEmitter, 'emit'> & { [LISTENED]?: true };

const LISTENED = Symbol.for('zhudian.uploads.listened');

/**
 * Keeps an upload that breaks off from ending the whole process. Directus's parser fails the stream of the file, and Node ends a process in which
 * a stream fails that nobody listens to. Directus's doors and ours ask for rights first and listen later. So each stream has a listener from its
 * first moment; the parser itself still tells its door of the failure.
 *
 * @param multipart the class of busboy that Directus parses with
 */
export function surviveUploads(multipart: { readonly prototype: Emitter } = directusParser()): void {
  const { prototype } = multipart;
  if (prototype[LISTENED]) return;
  prototype[LISTENED] = true;
  const { emit } = prototype;
  prototype.emit = function (event, ...rest: unknown[]) {
    if (event === 'file') (rest[1] as Readable).on('error', () => undefined);
    return emit.call(this, event, ...rest);
  };
}

function directusParser(): { readonly prototype: Emitter } {
  const near = createRequire(import.meta.url);
  return createRequire(near.resolve('@directus/api'))('busboy/lib/types/multipart.js') as { readonly prototype: Emitter };
}
