import { expect, it } from 'vitest';
import { readStackConfig } from '../stack/readStackConfig.ts';

const production = { ZHUDIAN_ENV: 'production' };

it('names everything that is missing at once, and starts without the demo when nothing is', () => {
  expect(() => readStackConfig(production)).toThrow(/ZHUDIAN_PUBLIC_URL[^]*ZHUDIAN_SMTP_HOST[^]*ZHUDIAN_MAIL_FROM/);
  const whole = {
    ...production,
    ZHUDIAN_PUBLIC_URL: 'https://zhudian.city.example',
    ZHUDIAN_SMTP_HOST: 'smtp.city.example',
    ZHUDIAN_MAIL_FROM: 'zhudian@mail.gov.test',
  };
  expect(readStackConfig(whole)).toMatchObject({ production: true, demo: false, trustedProxy: 'false' });
  expect(() => readStackConfig({ ...whole, ZHUDIAN_DEMO: 'true' })).toThrow('ZHUDIAN_DEMO');
  expect(() => readStackConfig({ ...whole, ZHUDIAN_PUBLIC_URL: 'http://zhudian.city.example' })).toThrow('ZHUDIAN_PUBLIC_URL');
  expect(() => readStackConfig({ ...whole, ZHUDIAN_MAIL_FROM: 'zhudian@zhudian.example' })).toThrow('ZHUDIAN_MAIL_FROM');
  expect(readStackConfig({})).toMatchObject({ production: false, demo: true });
});
