import { randomBytes, randomInt } from 'node:crypto';
import { chmodSync, existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod/v4';
import { passwordFault } from '../../extensions/core/src/people/passwordFault.ts';
import { folderTexts } from '../texts/folderTexts.ts';
import { StackError } from './StackError.ts';
import type { Secrets } from './Secrets.ts';

const text = z.string().min(8);
const schema = z.object({
  databasePassword: text,
  directusKey: text,
  directusSecret: text,
  adminPassword: text,
  n8nEncryptionKey: text,
  n8nOwnerPassword: text,
  automationToken: text,
  acknowledgeSecret: text,
  demoPasswords: z.object({ city: text, county: text, inspector: text, auditor: text }),
});

/** Reads `secrets.json` of the data folder, or makes it (mode 0600) at the first start. */
export function loadSecrets(dataDir: string): Secrets {
  const file = join(dataDir, 'secrets.json');
  if (!existsSync(file)) {
    const secrets = makeSecrets();
    writeFileSync(`${file}.new`, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 });
    renameSync(`${file}.new`, file);
    return secrets;
  }
  chmodSync(file, 0o600);
  try {
    return schema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (cause) {
    throw new StackError(folderTexts.secretsDamaged(file), folderTexts.secretsRemedy(), { cause });
  }
}

function makeSecrets(): Secrets {
  const random = () => randomBytes(32).toString('base64url');
  return {
    databasePassword: random(),
    directusKey: random(),
    directusSecret: random(),
    adminPassword: password(),
    n8nEncryptionKey: random(),
    n8nOwnerPassword: password(),
    automationToken: random(),
    acknowledgeSecret: random(),
    demoPasswords: { city: password(), county: password(), inspector: password(), auditor: password() },
  };
}

/** Typed by hand from the table at the end of the start: no letters that look alike; n8n wants a capital and a digit. */
function password(): string {
  const pick = (letters: string, count: number) => Array.from({ length: count }, () => letters.charAt(randomInt(letters.length))).join('');
  const made = `${pick('ABCDEFGHJKMNPQRSTUVWXYZ', 2)}${pick('abcdefghjkmnpqrstuvwxyz', 8)}${pick('23456789', 4)}`;
  // By chance it may be one that the system itself refuses.
  return passwordFault(made, null) === null ? made : password();
}
