import { expect, it } from 'vitest';
import { readStackConfig } from '../stack/readStackConfig.ts';

const production = { ZHUDIAN_ENV: 'production' };

it('names everything that is missing at once, and starts without the demo when nothing is', () => {
  expect(() => readStackConfig(production)).toThrow(/ZHUDIAN_PUBLIC_URL[^]*ZHUDIAN_SMTP_HOST[^]*ZHUDIAN_MAIL_FROM[^]*ZHUDIAN_ADMIN_EMAIL/);
  const whole = {
    ...production,
    ZHUDIAN_PUBLIC_URL: 'https://zhudian.city.example',
    ZHUDIAN_SMTP_HOST: 'smtp.city.example',
    ZHUDIAN_MAIL_FROM: 'zhudian@mail.gov.test',
    ZHUDIAN_ADMIN_EMAIL: 'guanli@mail.gov.test',
  };
  expect(readStackConfig(whole)).toMatchObject({ production: true, demo: false, trustedProxy: 'false' });
  expect(() => readStackConfig({ ...whole, ZHUDIAN_DEMO: 'true' })).toThrow('ZHUDIAN_DEMO');
  expect(() => readStackConfig({ ...whole, ZHUDIAN_PUBLIC_URL: 'http://zhudian.city.example' })).toThrow('ZHUDIAN_PUBLIC_URL');
  expect(() => readStackConfig({ ...whole, ZHUDIAN_MAIL_FROM: 'zhudian@zhudian.example' })).toThrow('ZHUDIAN_MAIL_FROM');
  expect(() => readStackConfig({ ...whole, ZHUDIAN_ADMIN_EMAIL: 'admin@zhudian.example.org' })).toThrow('ZHUDIAN_ADMIN_EMAIL');
  expect(readStackConfig({})).toMatchObject({ production: false, demo: true });
});

it('a drill takes nothing out of the settings that would leave the machine, nor the demo', () => {
  const drill = readStackConfig({
    ZHUDIAN_ENV: 'drill',
    ZHUDIAN_PUBLIC_URL: 'https://zhudian.city.example',
    ZHUDIAN_AUTOMATION_URL: 'https://zhudian.city.example',
    ZHUDIAN_SMTP_HOST: 'smtp.city.example',
    ZHUDIAN_SMTP_PORT: '465',
    ZHUDIAN_SMTP_USER: 'zhudian',
    ZHUDIAN_SMTP_PASSWORD: 'secret',
    ZHUDIAN_ALERT_WEBHOOK: 'https://robot.example/send?key=1',
    ZHUDIAN_MAIL_FROM: 'zhudian@mail.gov.test',
  });
  expect(drill).toMatchObject({
    ...{ production: false, drill: true, demo: false, publicUrl: 'http://127.0.0.1:8055', automationUrl: 'http://127.0.0.1:8055' },
    handedOn: { ZHUDIAN_MAIL_FROM: 'zhudian@mail.gov.test' },
  });
  expect(Object.keys(drill.handedOn)).toEqual(['ZHUDIAN_MAIL_FROM']);
});
