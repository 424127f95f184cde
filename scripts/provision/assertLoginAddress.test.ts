import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import { assertLoginAddress } from './assertLoginAddress.ts';

const repository = resolve(import.meta.dirname, '../..');

it('refuses an address that Directus takes for none, before Directus is asked in the middle of a first start', () => {
  expect(() => assertLoginAddress(repository, 'guanli@zhudian.example.net')).not.toThrow();
  for (const address of ['guanli@office.local', 'guanli@server', 'guanli'])
    expect(() => assertLoginAddress(repository, address)).toThrow(new RegExp(`ZHUDIAN_ADMIN_EMAIL[^]*${address}`));
});
