import type { Secrets } from './Secrets.ts';

/** Secrets that are all one word: where something asks for them and nothing depends on what they are. */
export function uniformSecrets(word: string): Secrets {
  return {
    ...{ databasePassword: word, directusKey: word, directusSecret: word, adminPassword: word, n8nEncryptionKey: word, n8nOwnerPassword: word },
    ...{ automationToken: word, acknowledgeSecret: word, demoPasswords: { city: word, county: word, inspector: word, auditor: word } },
  };
}
