import { expect, it } from 'vitest';
import { plainEnvironment } from './plainEnvironment.ts';

it('keeps the way to the network and out of the settings that lie about in a shell', () => {
  const network = {
    HTTPS_PROXY: 'http://proxy.city.example:3128',
    https_proxy: 'http://proxy.city.example:3128',
    NODE_EXTRA_CA_CERTS: '/etc/ca.pem',
  };
  expect(plainEnvironment({ ...network, DB_HOST: 'elsewhere', NO_PROXY: '.city.example' })).toEqual({ ...network, NO_PROXY: '.city.example' });
});

it('keeps what the parts ask each other away from a proxy that Node uses', () => {
  const proxy = { HTTP_PROXY: 'http://proxy.city.example:3128', NODE_USE_ENV_PROXY: '1' };
  expect(plainEnvironment(proxy)).toEqual({ ...proxy, NO_PROXY: '127.0.0.1,localhost' });
  expect(plainEnvironment({ ...proxy, no_proxy: '.city.example, 127.0.0.1' })).toEqual({ ...proxy, NO_PROXY: '.city.example,127.0.0.1,localhost' });
});
