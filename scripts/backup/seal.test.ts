import { randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import type { Transform } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { expect, it } from 'vitest';
import { BLOCK_BYTES, seal, TAG_BYTES } from './seal.ts';
import { unseal } from './unseal.ts';

const through = async (bytes: Buffer, transform: Transform) => {
  const [result] = await Promise.all([buffer(transform), pipeline(Readable.from([bytes]), transform)]);
  return result;
};
const sealed = async (plain: Buffer) => through(plain, seal('口令 and more'));
const opened = async (bytes: Buffer, passphrase = '口令 and more') => through(bytes, unseal(passphrase));

it.each([0, BLOCK_BYTES, 2 * BLOCK_BYTES + 7])('opens what was sealed, %d bytes long', async (size) => {
  const plain = randomBytes(size);
  const bytes = await sealed(plain);
  expect((await opened(bytes)).equals(plain)).toBe(true);
  expect(size > 0 && bytes.includes(plain.subarray(0, 64))).toBe(false);
});

const REST = 7;
const END = REST + TAG_BYTES;
const BLOCK = BLOCK_BYTES + TAG_BYTES;

it.each<[string, (bytes: Buffer) => Buffer]>([
  ['a changed byte', (bytes) => Buffer.concat([bytes.subarray(0, -1), Buffer.from([(bytes.at(-1) ?? 0) ^ 1])])],
  // What is left consists of whole, valid blocks.
  ['a lost end', (bytes) => bytes.subarray(0, -END)],
  [
    'exchanged blocks',
    (bytes) => {
      const head = bytes.length - END - 2 * BLOCK;
      const [first, second] = [bytes.subarray(head, head + BLOCK), bytes.subarray(head + BLOCK, head + 2 * BLOCK)];
      return Buffer.concat([bytes.subarray(0, head), second, first, bytes.subarray(-END)]);
    },
  ],
])('refuses %s', async (_, damage) => {
  const bytes = await sealed(randomBytes(2 * BLOCK_BYTES + REST));
  await expect(opened(damage(bytes))).rejects.toThrow('does not open');
});

it('refuses another passphrase', async () => {
  await expect(opened(await sealed(Buffer.from('secret')), 'another')).rejects.toThrow('does not open');
});
