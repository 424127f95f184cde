import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { expect, it } from 'vitest';
import { peekStream } from './peekStream.ts';

it.each([[['abc', 'def', 'ghi']], [['abcdefghi']], [['ab']], [[]]])('%j is seen at its beginning, and read whole all the same', async (chunks) => {
  const { head, whole } = await peekStream(
    Readable.from(
      chunks.map((text) => Buffer.from(text)),
      { objectMode: false },
    ),
    4,
  );
  const text = chunks.join('');
  expect(head.length).toBeGreaterThanOrEqual(Math.min(4, text.length));
  expect(text.startsWith(head.toString())).toBe(true);
  expect((await buffer(whole)).toString()).toBe(text);
});

it('tells that the stream was cut off at its limit, and what broke it', async () => {
  const stream = Object.assign(Readable.from([Buffer.from('abcdef')], { objectMode: false }), { truncated: false });
  const { whole } = await peekStream(stream, 2);
  stream.truncated = true;
  expect((whole as Readable & { truncated?: boolean }).truncated).toBe(true);
  const broken = new Readable({ read: () => undefined });
  broken.push('abc');
  const peeked = await peekStream(broken, 2);
  broken.destroy(new Error('cut off'));
  await expect(buffer(peeked.whole)).rejects.toThrow('cut off');
});
