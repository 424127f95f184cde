import { randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { expect, it } from 'vitest';
import { BLOCK_BYTES, seal } from './seal.ts';
import { unseal } from './unseal.ts';

const sealed = async (plain: Buffer, passphrase = '口令 and more') => buffer(Readable.from([plain]).pipe(seal(passphrase)));
const opened = async (bytes: Buffer, passphrase = '口令 and more') => buffer(Readable.from([bytes]).compose(unseal(passphrase)));

it.each([0, 1, BLOCK_BYTES - 1, BLOCK_BYTES, BLOCK_BYTES + 1, 2 * BLOCK_BYTES + 7])('opens what was sealed, %d bytes long', async (size) => {
  const plain = randomBytes(size);
  const bytes = await sealed(plain);
  expect((await opened(bytes)).equals(plain)).toBe(true);
  expect(size > 16 && bytes.includes(plain)).toBe(false);
});

it('refuses another passphrase, a changed byte, a lost end and exchanged blocks', async () => {
  const bytes = await sealed(randomBytes(2 * BLOCK_BYTES + 7));
  await expect(opened(bytes, 'another')).rejects.toThrow('does not open');
  const changed = Buffer.from(bytes);
  changed[BLOCK_BYTES] = (changed[BLOCK_BYTES] ?? 0) ^ 1;
  await expect(opened(changed)).rejects.toThrow('does not open');
  // The last block is gone with its tag: what is left consists of whole, valid blocks.
  await expect(opened(bytes.subarray(0, -(7 + 16)))).rejects.toThrow('does not open');
  const head = bytes.length - (7 + 16) - 2 * (BLOCK_BYTES + 16);
  const block = (index: number) => bytes.subarray(head + index * (BLOCK_BYTES + 16), head + (index + 1) * (BLOCK_BYTES + 16));
  await expect(opened(Buffer.concat([bytes.subarray(0, head), block(1), block(0), bytes.subarray(-(7 + 16))]))).rejects.toThrow('does not open');
});
