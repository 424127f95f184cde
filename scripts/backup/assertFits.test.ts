import { expect, it } from 'vitest';
import { assertFits } from './assertFits.ts';

const here = { zhudian: '0.10.0', directus: '11.17.4', n8n: '2.40.7', postgres: '18', platform: 'linux-x64' };

it('takes its own and older backups, refuses newer ones and those of another PostgreSQL', () => {
  expect(() => assertFits(here, here)).not.toThrow();
  expect(() => assertFits({ ...here, zhudian: '0.9.0', n8n: '2.9.1' }, here)).not.toThrow();
  expect(() => assertFits({ ...here, n8n: '2.41.0' }, here)).toThrow('newer than 2.40.7');
  expect(() => assertFits({ ...here, postgres: '17' }, here)).toThrow('PostgreSQL 17');
  expect(() => assertFits({ ...here, platform: 'darwin-arm64' }, here)).toThrow('darwin-arm64');
});
