import { createDecipheriv } from 'node:crypto';
import { Transform } from 'node:stream';
import { StackError } from '../stack/StackError.ts';
import { BLOCK_BYTES, blockNonce, PREFIX_BYTES, SALT_BYTES, SEAL_MAGIC, sealKey, TAG_BYTES } from './seal.ts';
import { archiveTexts } from '../texts/archiveTexts.ts';

const HEAD = SEAL_MAGIC.length + SALT_BYTES + PREFIX_BYTES;

/** Opens what `seal` has sealed; gives out no byte that is not proven. */
export function unseal(passphrase: string): Transform {
  let waiting = Buffer.alloc(0);
  let opened: { key: Buffer; prefix: Buffer } | undefined;
  let index = 0;
  const open = (sealed: Buffer, last: boolean): Buffer => {
    if (!opened || sealed.length < TAG_BYTES) throw refusal();
    const decipher = createDecipheriv('aes-256-gcm', opened.key, blockNonce(opened.prefix, index, last));
    index += 1;
    decipher.setAuthTag(sealed.subarray(-TAG_BYTES));
    try {
      return Buffer.concat([decipher.update(sealed.subarray(0, -TAG_BYTES)), decipher.final()]);
    } catch {
      throw refusal();
    }
  };
  return new Transform({
    transform(chunk: Buffer, _, done) {
      try {
        waiting = Buffer.concat([waiting, chunk]);
        if (!opened && waiting.length >= HEAD) {
          const salt = waiting.subarray(SEAL_MAGIC.length, SEAL_MAGIC.length + SALT_BYTES);
          opened = { key: sealKey(passphrase, salt), prefix: Buffer.from(waiting.subarray(HEAD - PREFIX_BYTES, HEAD)) };
          waiting = waiting.subarray(HEAD);
        }
        while (opened && waiting.length > BLOCK_BYTES + TAG_BYTES) {
          this.push(open(waiting.subarray(0, BLOCK_BYTES + TAG_BYTES), false));
          waiting = waiting.subarray(BLOCK_BYTES + TAG_BYTES);
        }
        done();
      } catch (error) {
        done(error as Error);
      }
    },
    flush(done) {
      try {
        done(null, open(waiting, true));
      } catch (error) {
        done(error as Error);
      }
    },
  });
}

function refusal(): StackError {
  return new StackError(archiveTexts.wrongPassphrase(), archiveTexts.wrongPassphraseRemedy());
}
