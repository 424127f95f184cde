import { hashSync } from 'bcryptjs';
import { databasePassword } from '../stack/databasePassword.ts';
import type { Secrets } from '../stack/Secrets.ts';

/** The files the services of docker-compose.yml read, by name. */
export function secretFiles(secrets: Secrets): Record<string, string> {
  return {
    postgres_password: databasePassword(secrets, 'postgres'),
    directus_database_password: databasePassword(secrets, 'directus'),
    n8n_database_password: databasePassword(secrets, 'n8n'),
    directus_key: secrets.directusKey,
    directus_secret: secrets.directusSecret,
    acknowledge_secret: secrets.acknowledgeSecret,
    n8n_encryption_key: secrets.n8nEncryptionKey,
    n8n_owner_password_hash: hashSync(secrets.n8nOwnerPassword, 10),
  };
}
