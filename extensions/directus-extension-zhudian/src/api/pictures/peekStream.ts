import { PassThrough, type Readable } from 'node:stream';

/** The first bytes of a stream, and the same stream from its beginning; fewer bytes only where it has no more. */
export async function peekStream(stream: Readable, bytes: number): Promise<{ head: Buffer; whole: Readable }> {
  // One that has failed before anybody looked says nothing any more.
  if (stream.destroyed) throw stream.errored ?? new Error('the upload broke off');
  const whole = new PassThrough();
  // Whoever stores it listens a moment later; until then its failure would end the process.
  whole.on('error', () => undefined);
  // busboy notes on its stream that a file was longer than allowed; Directus looks there.
  if ('truncated' in stream) Object.defineProperty(whole, 'truncated', { get: () => (stream as Readable & { truncated: boolean }).truncated });
  const chunks: Buffer[] = [];
  let length = 0;
  await new Promise<void>((resolve, reject) => {
    const take = (chunk: Buffer): void => {
      chunks.push(chunk);
      length += chunk.length;
      if (length >= bytes) settle();
    };
    const settle = (): void => {
      stream.pause();
      stream.off('data', take).off('end', settle).off('error', reject);
      resolve();
    };
    stream.on('data', take).on('end', settle).on('error', reject);
  });
  stream.on('error', (error) => whole.destroy(error));
  const head = Buffer.concat(chunks);
  if (head.length > 0) whole.write(head);
  if (stream.readableEnded) whole.end();
  else stream.pipe(whole);
  return { head, whole };
}
