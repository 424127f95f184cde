import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readCompose } from './readCompose.ts';
import { secretFiles } from './secretFiles.ts';
import { uniformSecrets } from '../stack/uniformSecrets.ts';

const secrets = uniformSecrets('a-secret-of-the-test-that-is-long');

const compose = readCompose();
const services = Object.entries(compose.services);

describe('secrets of docker-compose.yml', () => {
  it('reads only secrets that are written', () => {
    const written = Object.keys(secretFiles(secrets, {})).map((file) => `/run/zhudian/${file}`);
    for (const [name, { environment = {} }] of services) {
      for (const [key, value] of Object.entries(environment)) {
        if (key.endsWith('_FILE')) expect(written, `${name} ${key}`).toContain(value);
        else
          expect(key, `${name}: a secret of its own belongs into a file`).not.toMatch(
            /^(?:KEY|SECRET|POSTGRES_PASSWORD|DB_PASSWORD|N8N_ENCRYPTION_KEY)$/,
          );
      }
    }
  });

  it('hands the secrets of .env to the container that writes their files, and to no other', () => {
    const secret = /\$\{ZHUDIAN_\w*(?:PASSWORD|TOKEN|WEBHOOK|SECRET)\b/;
    const holders = services.flatMap(([name, { environment = {} }]) =>
      Object.entries(environment).flatMap(([key, value]) => (secret.test(value) ? [[name, key, value]] : [])),
    );
    expect(holders).toEqual(
      ['ZHUDIAN_SMTP_PASSWORD', 'ZHUDIAN_METRICS_TOKEN', 'ZHUDIAN_ALERT_WEBHOOK'].map((key) => ['secrets', key, `\${${key}:-}`]),
    );
    const given = {
      ZHUDIAN_SMTP_PASSWORD: 'of the relay',
      ZHUDIAN_METRICS_TOKEN: 'of the figures',
      ZHUDIAN_ALERT_WEBHOOK: 'https://robot.example/?key=1',
    };
    const files = secretFiles(secrets, given);
    for (const [key, value] of Object.entries(given)) {
      const file = compose.services['directus']?.environment?.[`${key}_FILE`] ?? '';
      expect(files[file.replace('/run/zhudian/', '')]).toBe(value);
    }
    // Each file is there, or Directus would not start; what is empty counts as not set.
    expect(secretFiles(secrets, {})).toMatchObject({ smtp_password: '', metrics_token: '', alert_webhook: '' });
  });

  it('gives Directus’s own mailer the relay’s password from its file, as it is written', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'zhudian-compose-'));
    const before = process.env['EMAIL_SMTP_PASSWORD_FILE'];
    try {
      writeFileSync(join(folder, 'smtp_password'), '1.50,a$b');
      process.env['EMAIL_SMTP_PASSWORD_FILE'] = join(folder, 'smtp_password');
      const { useEnv } = await import('@directus/env');
      expect(useEnv()['EMAIL_SMTP_PASSWORD']).toBe('1.50,a$b');
    } finally {
      if (before === undefined) delete process.env['EMAIL_SMTP_PASSWORD_FILE'];
      else process.env['EMAIL_SMTP_PASSWORD_FILE'] = before;
      rmSync(folder, { recursive: true });
    }
  });
});
