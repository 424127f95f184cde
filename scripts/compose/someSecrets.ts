import type { Secrets } from '../stack/Secrets.ts';

const word = 'a-secret-of-the-test-that-is-long';

/** Secrets of an installation for tests. */
export const someSecrets: Secrets = {
  ...{ databasePassword: word, directusKey: word, directusSecret: word, adminPassword: word, n8nEncryptionKey: word, n8nOwnerPassword: word },
  ...{ automationToken: word, acknowledgeSecret: word, demoPasswords: { city: word, county: word, inspector: word, auditor: word } },
};
