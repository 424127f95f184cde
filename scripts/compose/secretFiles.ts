import { hashSync } from 'bcryptjs';
import { databasePassword } from '../stack/databasePassword.ts';
import type { Secrets } from '../stack/Secrets.ts';

/** The files the services of docker-compose.yml read, by name: what an installation made for itself, and what the office says in `.env`, empty where it says nothing. */
export function secretFiles(secrets: Secrets, given: NodeJS.ProcessEnv): Record<string, string> {
  return {
    postgres_password: databasePassword(secrets, 'postgres'),
    directus_database_password: databasePassword(secrets, 'directus'),
    n8n_database_password: databasePassword(secrets, 'n8n'),
    directus_key: secrets.directusKey,
    directus_secret: secrets.directusSecret,
    acknowledge_secret: secrets.acknowledgeSecret,
    n8n_encryption_key: secrets.n8nEncryptionKey,
    n8n_owner_password_hash: hashSync(secrets.n8nOwnerPassword, 10),
    smtp_password: given['ZHUDIAN_SMTP_PASSWORD'] ?? '',
    metrics_token: given['ZHUDIAN_METRICS_TOKEN'] ?? '',
    alert_webhook: given['ZHUDIAN_ALERT_WEBHOOK'] ?? '',
  };
}
