import { createCipheriv, randomBytes, scryptSync } from 'node:crypto';
import { Transform } from 'node:stream';

/** Begins a sealed archive; another way of sealing gets another number. */
export const SEAL_MAGIC = Buffer.from('ZHUDIAN-SEALED-1\n');
export const SALT_BYTES = 32;
export const PREFIX_BYTES = 7;
export const TAG_BYTES = 16;
/** Plain bytes of a block; each is sealed by itself, so that nothing unproven is ever unpacked. */
export const BLOCK_BYTES = 1 << 20;

/** A key out of a passphrase: 128 MB and about half a second for each guess. */
export function sealKey(passphrase: string, salt: Buffer): Buffer {
  return scryptSync(passphrase, salt, 32, { N: 1 << 17, r: 8, p: 1, maxmem: 256 * 1024 * 1024 });
}

/** Names a block by its place, and the last one as the last: blocks cannot be exchanged, repeated or left off at the end. */
export function blockNonce(prefix: Buffer, index: number, last: boolean): Buffer {
  const nonce = Buffer.alloc(12);
  prefix.copy(nonce);
  nonce.writeUInt32BE(index, PREFIX_BYTES);
  nonce[11] = last ? 1 : 0;
  return nonce;
}

/** Seals a stream with AES-256-GCM, block by block (the STREAM construction): magic, salt, prefix, then blocks each with its tag. */
export function seal(passphrase: string): Transform {
  const salt = randomBytes(SALT_BYTES);
  const prefix = randomBytes(PREFIX_BYTES);
  const key = sealKey(passphrase, salt);
  let waiting = Buffer.alloc(0);
  let index = 0;
  const block = (plain: Buffer, last: boolean) => {
    const cipher = createCipheriv('aes-256-gcm', key, blockNonce(prefix, index, last));
    index += 1;
    return Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
  };
  const stream = new Transform({
    transform(chunk: Buffer, _, done) {
      waiting = Buffer.concat([waiting, chunk]);
      // The last block is known only at the end: a whole one waits for what follows it.
      while (waiting.length > BLOCK_BYTES) {
        this.push(block(waiting.subarray(0, BLOCK_BYTES), false));
        waiting = waiting.subarray(BLOCK_BYTES);
      }
      done();
    },
    flush(done) {
      done(null, block(waiting, true));
    },
  });
  stream.push(Buffer.concat([SEAL_MAGIC, salt, prefix]));
  return stream;
}
