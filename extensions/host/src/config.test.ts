import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readConfig } from './config.ts';

const needed = { ZHUDIAN_ACKNOWLEDGE_SECRET: 'k'.repeat(32), PUBLIC_URL: 'https://zhudian.city.example' };

it('takes texts as they were written, whatever Directus made of them', () => {
  const written = {
    ZHUDIAN_SMTP_PASSWORD: 'ab,cd',
    ZHUDIAN_SMTP_USER: '1.50',
    ZHUDIAN_SOFFICE: 'string:/usr/bin/soffice',
    ZHUDIAN_METRICS_TOKEN: '12345678901234567890',
    ZHUDIAN_SMTP_SECURE: 'true',
  };
  const made = {
    ZHUDIAN_SMTP_PASSWORD: ['ab', 'cd'],
    ZHUDIAN_SMTP_USER: 1.5,
    ZHUDIAN_METRICS_TOKEN: 12_345_678_901_234_567_000,
    ZHUDIAN_SMTP_SECURE: true,
  };
  expect(readConfig({ ...needed, ...made }, written)).toMatchObject({ ...written, ZHUDIAN_SMTP_SECURE: true, ZHUDIAN_SOFFICE: '/usr/bin/soffice' });
});

it('takes numbers and flags of a configuration file, and refuses a list by name instead of going on without', () => {
  expect(readConfig({ ...needed, ZHUDIAN_SMTP_PORT: 465, ZHUDIAN_SMTP_SECURE: true }, {})).toMatchObject({
    ZHUDIAN_SMTP_PORT: 465,
    ZHUDIAN_SMTP_SECURE: true,
  });
  expect(() => readConfig({ ...needed, ZHUDIAN_SMTP_PASSWORD: ['ab', 'cd'] }, {})).toThrow('ZHUDIAN_SMTP_PASSWORD');
});

it('reads a secret from its file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'zhudian-config-'));
  try {
    writeFileSync(join(folder, 'password'), 'ab,cd\n');
    expect(readConfig(needed, { ZHUDIAN_SMTP_PASSWORD_FILE: join(folder, 'password') }).ZHUDIAN_SMTP_PASSWORD).toBe('ab,cd');
  } finally {
    rmSync(folder, { recursive: true });
  }
});

it('looks for trouble every quarter of a minute and tells it after five minutes, where nobody says otherwise', () => {
  expect(readConfig(needed, {})).toMatchObject({ ZHUDIAN_ALERT_LOOK: 15, ZHUDIAN_ALERT_AFTER: 300 });
});
