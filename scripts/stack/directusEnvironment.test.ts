import { expect, it } from 'vitest';
import { uniformSecrets } from './uniformSecrets.ts';
import { directusEnvironment } from './directusEnvironment.ts';
import { readStackConfig } from './readStackConfig.ts';

const relay = { ZHUDIAN_SMTP_PORT: '465', ZHUDIAN_SMTP_SECURE: 'true', ZHUDIAN_SMTP_USER: 'zhudian', ZHUDIAN_SMTP_PASSWORD: 'p' };
const mailOf = (environment: Record<string, string>) =>
  Object.fromEntries(
    Object.entries(directusEnvironment(readStackConfig(environment), uniformSecrets('a-secret-of-the-test-that-is-long'), '')).filter(([name]) =>
      /^(?:EMAIL|ZHUDIAN)_SMTP_/.test(name),
    ),
  );

it('leaves mail in the catcher when a drill empties the name of the relay alone', () => {
  expect(mailOf({ ...relay, ZHUDIAN_SMTP_HOST: '' })).toEqual(mailOf({}));
  expect(mailOf({})).toMatchObject({ ZHUDIAN_SMTP_HOST: '127.0.0.1', ZHUDIAN_SMTP_PORT: '8058', EMAIL_SMTP_PORT: '8058' });
});

it('hands a relay on with its port and login, to official mail and to that of Directus alike', () => {
  const host = 'smtp.city.example';
  expect(mailOf({ ...relay, ZHUDIAN_SMTP_HOST: host })).toEqual({
    ...{ EMAIL_SMTP_HOST: host, EMAIL_SMTP_PORT: '465', EMAIL_SMTP_SECURE: 'true', EMAIL_SMTP_USER: 'zhudian', EMAIL_SMTP_PASSWORD: 'p' },
    ...{ ZHUDIAN_SMTP_HOST: host, ...relay },
  });
});

it('has one sender: what Directus mails by itself leaves under the address of official mail', () => {
  const from = (environment: Record<string, string>): string | undefined =>
    directusEnvironment(readStackConfig(environment), uniformSecrets('a-secret-of-the-test-that-is-long'), '')['EMAIL_FROM'];
  expect(from({ ZHUDIAN_MAIL_FROM: 'zhudian@mail.gov.test' })).toBe('zhudian@mail.gov.test');
  expect(from({})).toBe('zhudian@zhudian.example');
});
